import { existsSync, readFileSync, renameSync } from 'node:fs';

const kept = 3;

/** Moves `name.log` to `name.log.1` and so on, keeping the last three, so that each start begins a new file. */
export function rotateLog(file: string): void {
  for (let age = kept; age > 0; age -= 1) {
    const younger = age === 1 ? file : `${file}.${age - 1}`;
    if (existsSync(younger)) renameSync(younger, `${file}.${age}`);
  }
}

/** The last lines that were written, without blank ones; none when there is no such file. */
export function lastLines(file: string, count: number): string[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').slice(-count);
}
