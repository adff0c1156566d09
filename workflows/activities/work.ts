import { Context, heartbeat } from '@temporalio/activity';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { cancellable } from '#drizzle/cancellable.ts';
import type { Database } from '#drizzle/database.ts';
import { codeOf } from '../log.ts';

/** What a piece of work may use: a database whose statements die with the work, and how to show that it is alive. */
export type Work = { database: Database; signal: AbortSignal; beat: () => void };

// The SDK sends at most one heartbeat per 12 s (four fifths of the timeout of 15 s), however often we beat.
const beatMs = 4_000;

/**
 * Runs one activity's work: it beats while statements run (each is bounded by statement_timeout), and a cancelled
 * activity cancels its statements, unless it `finishes`: then it is only told to stop, and records what it has done.
 * `busy` names who is at work in this process, for the relay.
 */
export async function work<T>(
  database: Database,
  busy: Set<string> | undefined,
  run: (work: Work) => Promise<T>,
  { finishes = false } = {},
): Promise<T> {
  const { cancellationSignal: signal, info } = Context.current();
  const id = info.workflowExecution?.workflowId ?? '';
  const beating = setInterval(() => heartbeat(), beatMs);
  busy?.add(id);
  try {
    return await run({
      database: finishes ? database : cancellable(database, signal),
      signal,
      beat: () => heartbeat(),
    });
  } catch (error) {
    if (signal.aborted && !shuttingDown(signal.reason)) throw signal.reason;
    throw anonymous(signal.aborted ? 'Shutdown' : codeOf(error));
  } finally {
    clearInterval(beating);
    busy?.delete(id);
  }
}

// Temporal takes "cancelled" only where it asked for it; work that a shutdown broke off is to be tried again at once.
function shuttingDown(reason: unknown): boolean {
  return reason instanceof CancelledFailure && reason.message === 'WORKER_SHUTDOWN';
}

// A failure is written into the history, and what an error of the database quotes may be somebody's data.
function anonymous(said: ReturnType<typeof codeOf> | string): ApplicationFailure {
  const { name, code, at }: ReturnType<typeof codeOf> = typeof said === 'string' ? { name: said } : said;
  const failure = ApplicationFailure.create({ message: [name, code].filter(Boolean).join(' '), type: name });
  failure.stack = `${failure.message}\n    ${at ?? ''}`;
  return failure;
}
