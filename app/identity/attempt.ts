import { isAPIError } from 'better-auth/api';

/** What came of asking better-auth for something: its answer, or the code of what it refused. */
export type Attempted<T> = { ok: true; value: T } | { ok: false; code: string };

/** Asks better-auth; what it refuses is a value, what breaks is thrown. */
export async function attempt<T>(work: () => Promise<T>): Promise<Attempted<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error;
    return { ok: false, code: String(error.body?.code ?? error.status) };
  }
}
