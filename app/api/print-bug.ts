import { codeOf } from '#workflows/log.ts';

/**
 * Writes a bug where Next writes its own errors, for whoever keeps the machine: one line of JSON with its name, its code and
 * where it was thrown. Not its message: what an error quotes may be somebody's data, or a line made to look like ours.
 */
export function printBug(error: unknown): void {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const line = {
    level: 50,
    time: Date.now(),
    process: 'web',
    error: codeOf(error),
    frames: frames.map((one) => one.trim()),
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
