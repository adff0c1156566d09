import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { median, rounded, spread } from './figures.ts';
import { type Goal, sayGoals } from './goals.ts';
import type { Machine } from './machine.ts';

/** What one bench or drill has to tell: the command as typed, figures of each of its runs, and its goals. */
export type Report = {
  command: string;
  at: Date;
  machine: Machine;
  /** One entry per run; the same keys in each. Numbers get a median and a spread, anything else is told as it is. */
  runs: Record<string, number | string | null>[];
  goals: Goal[];
  notes?: string[];
};

const file = fileURLToPath(new URL('RESULTS.md', import.meta.url));
const title = `# Results

Written by the benches and drills themselves, newest last; nothing here is edited by hand. Median of the runs, with the
smallest and the largest beside it where there were several.
`;

/** Appends a report to bench/RESULTS.md. */
export function appendResults(report: Report): void {
  if (!existsSync(file)) writeFileSync(file, title);
  appendFileSync(file, `\n${asMarkdown(report)}`);
}

/** The report as a section of Markdown. */
export function asMarkdown({ command, at, machine, runs, goals, notes = [] }: Report): string {
  const lines = [
    `## \`${command}\`, ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    '',
    sayMachine(machine),
    '',
  ];
  const keys = Object.keys(runs[0] ?? {});
  if (keys.length > 0) {
    const head =
      runs.length > 1 ? ['figure', `median of ${runs.length}`, 'least – most', 'spread'] : ['figure', 'value'];
    const rows = keys.map((key) =>
      row(
        key,
        runs.map((run) => run[key] ?? null),
      ),
    );
    lines.push(...table(head, rows), '');
  }
  lines.push('```', ...sayGoals(goals), '```', '');
  for (const note of notes) lines.push(note, '');
  return lines.join('\n');
}

/** Names to the left and figures to the right, in columns as wide as their widest: as the format of this house wants it. */
function table(head: string[], rows: string[][]): string[] {
  const widths = head.map((name, column) =>
    Math.max(3, name.length, ...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)];
}

function row(key: string, values: (number | string | null)[]): string[] {
  const numbers = values.filter((value) => typeof value === 'number');
  const alone = values.length === 1;
  if (numbers.length < values.length || numbers.length === 0) {
    const told = [...new Set(values.map((value) => String(value ?? '–')))].join(', ');
    return alone ? [key, told] : [key, told, '', ''];
  }
  const middle = told(median(numbers));
  if (alone) return [key, middle];
  const least = Math.min(...numbers);
  const apart = least > 0 ? spread(numbers).toFixed(2) : '';
  return [key, middle, `${told(least)} – ${told(Math.max(...numbers))}`, apart];
}

const told = (value: number): string => (Number.isInteger(value) ? value : rounded(value)).toLocaleString('en-GB');

function sayMachine(machine: Machine): string {
  const { cpu, cores, memoryGb, system, node, postgres, temporal, load } = machine;
  return `${cores} × ${cpu}, ${memoryGb} GB, ${system}, Node ${node}, ${postgres}, ${temporal}; load average when it began: ${load.join(' ')}.`;
}
