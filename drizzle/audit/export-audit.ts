import type { Queryable } from '../database.ts';
import { readAudit, readSeals } from './read-audit.ts';

/** The whole audit as lines of JSON, rows in their order and then seals: what docs/verify-audit.mjs reads. */
export async function* exportAudit(database: Queryable): AsyncGenerator<string> {
  for await (const page of readAudit(database))
    yield page
      .map(({ seq, at, entry, previous, hash, salt, reason }) =>
        JSON.stringify({ seq, at, entry, previous, hash, ...(reason !== null && { salt, reason }) }).concat('\n'),
      )
      .join('');
  for (const seal of await readSeals(database)) yield `${JSON.stringify(seal)}\n`;
}
