import path from 'node:path';
import { ZodError } from 'zod';
import { explainPostgres } from '../postgres.ts';
import { Refusal } from '../refusal.ts';
import { StartFailure } from '../supervisor.ts';
import { words } from '../words.ts';

/** What went wrong at start, as one sentence where the reason is known; with its stack where it is a bug. */
export function explain(error: unknown, folder: string): string {
  const cause = explainPostgres(error, path.join(folder, 'postgres'));
  if (cause instanceof Refusal) return cause.message;
  if (cause instanceof StartFailure) {
    return words.didNotStart(cause.process, path.join(folder, 'log', `${cause.process}.log`), cause.lastWords);
  }
  if (cause instanceof ZodError)
    return cause.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n');
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
