import { pino } from 'pino';

export type Log = Pick<ReturnType<typeof openLog>, 'info' | 'warn' | 'error'>;

/** JSON lines on standard output. Only ids, counts and codes are ever written: what a database error quotes may be personal. */
export function openLog(level: string) {
  return pino({
    level,
    base: { process: 'worker' },
    serializers: { err: codeOf, error: codeOf },
  });
}

/** What may be said of an error without telling anybody's data: its name, its code, where it was thrown. */
export function codeOf(error: unknown): { name: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const at = error.stack
    ?.split('\n')
    .find((line) => /^\s+at /.test(line))
    ?.trim();
  const cause = error.cause instanceof Error ? error.cause : undefined;
  return { name: cause ? `${error.name}: ${cause.name}` : error.name, ...(code && { code }), ...(at && { at }) };
}
