import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import type { CellRefusal } from './read-row.ts';

/** A CSV file of what was refused and why, that a person opens in a spreadsheet; it exists only if something was refused. */
export type RefusedRows = {
  add: (line: number, refusals: readonly CellRefusal[]) => Promise<void>;
  /** How many rows were refused, and where to read why. */
  close: () => Promise<{ refused: number; path?: string }>;
};

/** Opens the file lazily at `path`; `explain` turns a code into the sentence of the reader's language. */
export function refusedRows(path: string, explain: (why: string) => string): RefusedRows {
  let stream: WriteStream | undefined;
  let refused = 0;
  return {
    async add(line, refusals) {
      if (!stream) {
        await mkdir(dirname(path), { recursive: true });
        await rm(path, { force: true });
        stream = createWriteStream(path, { mode: 0o600 });
        stream.write('\uFEFFline,column,why,value\r\n');
      }
      refused += 1;
      const rows = refusals.map(({ column, why, value }) =>
        [String(line), column, explain(why), value.slice(0, 80)].map(quoted).join(','),
      );
      if (!stream.write(`${rows.join('\r\n')}\r\n`)) await once(stream, 'drain');
    },
    async close() {
      if (!stream) return { refused };
      stream.end();
      await finished(stream);
      return { refused, path };
    },
  };
}

// A cell that begins like a formula is not one: spreadsheets would run it.
const quoted = (cell: string) => `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
