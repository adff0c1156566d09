import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { connect, type Database } from '#drizzle/database.ts';
import { firstUnit, unitCalled } from '#drizzle/queries/units.ts';
import type { Actor } from '#engine/office/audit-entry.ts';
import type { Problem } from '#engine/problem.ts';
import { env } from '#env';
import { sayProblem } from '#locales/say-problem.ts';
import { type Translate, translator } from '#locales/translator.ts';
import { words } from './words.ts';

/** One command: how it is written, its options, and what it does; answers the exit code (0 done, 1 problems). */
export type Command = {
  usage: string;
  options: Record<string, { type: 'string' | 'boolean' }>;
  run: (desk: Desk, positionals: string[], values: Values) => number | Promise<number>;
};
export type Values = Record<string, string | boolean | undefined>;

/** What commands share: sentences, output, and a database that is opened when first asked for. */
export type Desk = {
  t: Translate;
  /** Whoever sits here, as the audit names them: by their name on this machine. */
  by: Actor;
  say: (line: string) => void;
  complain: (line: string) => void;
  problems: (problems: readonly Problem[]) => void;
  database: () => Database;
  unitId: (values: Values) => Promise<string>;
  close: () => Promise<void>;
};

/** A command that was not understood: its message says why; exit code 2. */
export class Wrong extends Error {}

export function openDesk(): Desk {
  const spanish = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('es');
  const t = translator(spanish ? 'es' : 'en');
  const complain = (line: string) => void process.stderr.write(`${line}\n`);
  let opened: Database | undefined;
  const database = () => {
    const url = env().DATABASE_URL;
    if (url === undefined) throw new Wrong(words.noDatabase());
    opened ??= connect(url, { max: 4, name: 'cauce command' });
    return opened;
  };
  return {
    t,
    by: { kind: 'command', id: ownName() },
    say: (line) => void process.stdout.write(`${line}\n`),
    complain,
    problems: (problems) => problems.forEach((problem) => complain(lineOf(t, problem))),
    database,
    unitId: async ({ unit }) => {
      const id = typeof unit === 'string' ? await unitCalled(database(), unit) : await firstUnit(database());
      if (id === undefined) throw new Wrong(words.noUnit(typeof unit === 'string' ? unit : ''));
      return id;
    },
    close: async () => opened?.end(),
  };
}

function ownName(): string {
  try {
    return (
      userInfo()
        .username.replaceAll(/[^\w.-]/g, '-')
        .replace(/^[^\w]/, '_') || 'unnamed'
    );
  } catch {
    return 'unnamed'; // a container may run as a number without a name
  }
}

/** The one argument that a command cannot do without. */
export function needed(value: string | boolean | undefined, name: string): string {
  if (typeof value !== 'string' || value === '') throw new Wrong(words.missing(name));
  return value;
}

/** A file's bytes; `-` is the standard input. */
export function fileBytes(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new Wrong(words.unreadableFile(file, error instanceof Error ? error.message : String(error)));
  }
}

export function jsonOf(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Wrong(words.notJson(name, error instanceof Error ? error.message : String(error)));
  }
}

/** `✗ nodes/n2: sentence [code]`: errors with a cross, warnings with a mark. */
function lineOf(t: Translate, problem: Problem): string {
  const place = [problem.node, ...(problem.path ?? [])].filter((part) => part !== undefined).join('.');
  const mark = problem.severity === 'error' ? '✗' : '!';
  return `${mark} ${place ? `${place}: ` : ''}${sayProblem(t, problem)} [${problem.code}]`;
}
