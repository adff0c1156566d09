import {
  closeSync,
  existsSync,
  fdatasync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
  writevSync,
} from 'node:fs';
import { join } from 'node:path';

/** The gateway's own record on disk: one JSON value per line, in the order in which things happened. */
export type Ledger = {
  /** Appends one line made of these pieces, at the latest when `written` resolves. */
  append(...pieces: (string | Buffer)[]): void;
  /** Resolves once the operating system holds every line so far (a killed process loses none of them). */
  written(): Promise<void>;
  /** Forgets everything. */
  clear(): void;
  close(): void;
};

const SYNC_EVERY_MS = 200;
const NEWLINE = 10;
/** Linux takes at most 1,024 pieces in one write. */
const MOST_AT_ONCE = 1_000;

/** Opens `<dir>/ledger.ndjson` for appending, cutting off a last line left unfinished; data reach the disk within 200 ms. */
export function openLedger(dir: string): Ledger {
  mkdirSync(dir, { recursive: true });
  const path = pathOf(dir);
  cutUnfinishedLine(path);
  const file = openSync(path, 'a');
  let dirty = false;
  let syncing = false;
  let held: Buffer[] = [];
  let turn: Promise<void> | undefined;

  // Lines of one turn of the event loop share one write: it matters when every message comes by itself.
  function flush(): void {
    turn = undefined;
    if (held.length === 0) return;
    const buffers = held;
    held = [];
    writeAll(file, buffers);
    dirty = true;
  }

  const timer = setInterval(() => {
    if (!dirty || syncing) return;
    dirty = false;
    syncing = true;
    fdatasync(file, () => {
      syncing = false;
    });
  }, SYNC_EVERY_MS);

  return {
    append(...pieces) {
      for (const piece of pieces) held.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
      held.push(LINE_END);
      turn ??= new Promise((resolve) =>
        setImmediate(() => {
          flush();
          resolve();
        }),
      );
    },
    written: () => turn ?? Promise.resolve(),
    clear() {
      held = [];
      ftruncateSync(file, 0);
    },
    close() {
      clearInterval(timer);
      flush();
      closeSync(file);
    },
  };
}

/** Calls back with every line of the ledger, as bytes, first to last; reads in pieces, whatever the size of the file. */
export function readLedger(dir: string, onLine: (line: Buffer) => void): void {
  const path = pathOf(dir);
  if (!existsSync(path)) return;
  const file = openSync(path, 'r');
  const piece = Buffer.allocUnsafe(1 << 22);
  let rest = Buffer.alloc(0);
  for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
    const data = rest.length > 0 ? Buffer.concat([rest, piece.subarray(0, read)]) : piece.subarray(0, read);
    let start = 0;
    for (let end = data.indexOf(NEWLINE); end >= 0; end = data.indexOf(NEWLINE, start)) {
      onLine(data.subarray(start, end));
      start = end + 1;
    }
    rest = Buffer.from(data.subarray(start));
  }
  closeSync(file);
}

const LINE_END = Buffer.from('\n');
const pathOf = (dir: string): string => join(dir, 'ledger.ndjson');

function writeAll(file: number, buffers: Buffer[]): void {
  for (let i = 0; i < buffers.length; i += MOST_AT_ONCE) {
    const some = buffers.slice(i, i + MOST_AT_ONCE);
    const total = some.reduce((sum, { length }) => sum + length, 0);
    const written = writevSync(file, some);
    if (written < total) writeAll(file, [Buffer.concat(some).subarray(written)]);
  }
}

function cutUnfinishedLine(path: string): void {
  if (!existsSync(path)) return;
  const file = openSync(path, 'r+');
  let end = statSync(path).size;
  const piece = Buffer.allocUnsafe(1 << 16);
  while (end > 0) {
    const from = Math.max(0, end - piece.length);
    const read = readSync(file, piece, 0, end - from, from);
    const newline = piece.subarray(0, read).lastIndexOf(NEWLINE);
    if (newline >= 0) {
      end = from + newline + 1;
      break;
    }
    end = from;
  }
  ftruncateSync(file, end);
  closeSync(file);
}
