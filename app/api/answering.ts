import { answerHeaders } from '../security-headers.ts';
import { printBug } from './print-bug.ts';
import { refuse } from './refuse.ts';

/**
 * Runs a handler: a Postgres that is away is a 503 to be tried again, a bug a 500 that tells nothing of the inside. Every
 * answer carries its own guard, for the busiest doors do not pass through the proxy.
 */
export async function answering(request: Request, work: () => Promise<Response>): Promise<Response> {
  const answer = await answered(request, work);
  // Some answers are given to us with headers that cannot be added to.
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(answerHeaders())) if (!headers.has(name)) headers.set(name, value);
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
}

async function answered(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (isAway(error)) return refuse(request, { status: 503, code: 'unavailable', headers: { 'retry-after': '5' } });
    printBug(error);
    return refuse(request, { status: 500, code: 'bug' });
  }
}

// Connection refused or lost, and Postgres's classes 08 (connection), 53 (no resources), 57 (shutting down).
function isAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isAway);
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (/^(08|53|57P)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(code)) return true;
  return error instanceof Error && /Connection terminated|timeout exceeded when trying to connect/.test(error.message);
}
