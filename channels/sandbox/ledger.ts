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
  /** Appends one line made of these pieces; on return the operating system holds it (a killed process loses nothing). */
  append(...pieces: (string | Buffer)[]): void;
  /** Forgets everything. */
  clear(): void;
  close(): void;
};

const SYNC_EVERY_MS = 200;
const NEWLINE = 10;

/** Opens `<dir>/ledger.ndjson` for appending, cutting off a last line left unfinished; data reach the disk within 200 ms. */
export function openLedger(dir: string): Ledger {
  mkdirSync(dir, { recursive: true });
  const path = pathOf(dir);
  cutUnfinishedLine(path);
  const file = openSync(path, 'a');
  let dirty = false;
  let syncing = false;
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
      const buffers = pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece));
      buffers.push(LINE_END);
      writeAll(file, buffers);
      dirty = true;
    },
    clear() {
      ftruncateSync(file, 0);
    },
    close() {
      clearInterval(timer);
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
  const total = buffers.reduce((sum, { length }) => sum + length, 0);
  const written = writevSync(file, buffers);
  if (written < total) writeAll(file, [Buffer.concat(buffers).subarray(written)]);
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
