import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditSeal } from '#engine/office/audit-seal.ts';

/** The seals kept beside the key: what the database may be made to forget. */
export function keptSeals(folder: string): AuditSeal[] {
  const file = fileIn(folder);
  return existsSync(file) ? readSealLines(readFileSync(file, 'utf8')) : [];
}

/** Adds the seals of later days than the last kept; what is kept is never written over. */
export function keepSeals(folder: string, seals: readonly AuditSeal[]): void {
  const last = keptSeals(folder).at(-1)?.day ?? '';
  const lines = seals.filter(({ day }) => day > last).map((seal) => `${JSON.stringify(seal)}\n`);
  if (lines.length > 0) appendFileSync(fileIn(folder), lines.join(''), { mode: 0o600 });
}

/** The seals in a text with one per line; other lines are passed over, so that a whole mail may be given. */
export function readSealLines(text: string): AuditSeal[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{"') && line.includes('"signature"'))
    .map((line) => JSON.parse(line) as AuditSeal); // what it says is held against a signature
}

const fileIn = (folder: string) => join(folder, 'seals.jsonl');
