import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { env } from '#env';

/** What sessions are signed with: CAUCE_SECRET, else one made at the first start and kept in the folder (mode 600). */
export function secret(folder: string): string {
  const given = env().CAUCE_SECRET;
  if (given !== undefined) return given;
  const file = path.join(folder, 'secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const made = randomBytes(32).toString('base64url');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${made}\n`, { mode: 0o600 });
  return made;
}
