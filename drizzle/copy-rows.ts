import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Transaction } from './database.ts';

/** A value of one cell of COPY; lists become Postgres arrays and other objects JSON. */
export type Cell = string | number | bigint | boolean | null | undefined | readonly string[] | Record<string, unknown>;

/** Loads rows into a table by COPY (text format), in the order of `columns`; rows may be more than memory holds. */
export async function copyRows(
  tx: Transaction,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): Promise<void> {
  const into = tx.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  await pipeline(Readable.from(inBlocks(rows)), into);
}

// Fewer, larger writes: a stream pays for every chunk.
async function* inBlocks(rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>) {
  let block = '';
  for await (const row of rows) {
    block += `${row.map(asText).join('\t')}\n`;
    if (block.length > 60_000) {
      yield block;
      block = '';
    }
  }
  if (block) yield block;
}

function asText(cell: Cell): string {
  if (cell === null || cell === undefined) return '\\N';
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (typeof cell === 'number' || typeof cell === 'bigint') return String(cell);
  if (typeof cell === 'string') return escaped(cell);
  if (Array.isArray(cell))
    return escaped(`{${cell.map((item: string) => `"${item.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`);
  return escaped(JSON.stringify(cell));
}

const codes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
// Postgres text holds no U+0000.
const escaped = (text: string) =>
  /[\\\t\n\r\0]/.test(text) ? text.replace(/[\\\t\n\r\0]/g, (c) => codes[c] ?? '') : text;
