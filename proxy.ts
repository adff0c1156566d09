import { type NextRequest, NextResponse } from 'next/server';
import { database } from '#app/database.ts';

/** While Postgres does not answer, every page is a 503 that says so; a page itself could only answer 500. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (await postgresAnswers()) return NextResponse.next();
  return NextResponse.rewrite(new URL('/unavailable', request.url), { status: 503, headers: { 'retry-after': '5' } });
}

export const config = {
  // Pages only: the API, health and files answer for themselves.
  matcher: ['/((?!api/|_next/|health$|ready$|unavailable$|sandbox/control/|icon).*)'],
};

const ASKED_AGAIN_AFTER_MS = 1_000;
const NO_ANSWER_AFTER_MS = 3_000;
let answeredAt = 0;

async function postgresAnswers(): Promise<boolean> {
  if (Date.now() - answeredAt < ASKED_AGAIN_AFTER_MS) return true;
  const silence = new Promise<boolean>((resolve) => setTimeout(resolve, NO_ANSWER_AFTER_MS, false).unref());
  const answer = Promise.resolve()
    .then(() => database().query('select 1'))
    .then(() => true)
    .catch(() => false);
  const answers = await Promise.race([answer, silence]);
  if (answers) answeredAt = Date.now();
  return answers;
}
