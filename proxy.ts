import { type NextRequest, NextResponse } from 'next/server';
import { database } from '#app/database.ts';
import { env } from '#env';

/** While Postgres does not answer, every page is a 503 that says so; a page itself could only answer 200 or 500. */
export async function proxy(request: NextRequest): Promise<Response> {
  if (await postgresAnswers()) {
    // Where a page is, so that refusals can name its permission and the door leads back; whatever came under that name goes.
    const headers = new Headers(request.headers);
    headers.set('x-cauce-path', request.nextUrl.pathname + request.nextUrl.search);
    return NextResponse.next({ request: { headers } });
  }
  // A rewrite keeps the status of the page it leads to, so the page is asked for and answered again as what it is.
  const language = {
    cookie: request.headers.get('cookie') ?? '',
    'accept-language': request.headers.get('accept-language') ?? '',
  };
  const page = await fetch(`http://127.0.0.1:${env().PORT}/unavailable`, { headers: language }).catch(() => undefined);
  return new Response((await page?.text()) ?? '503', {
    status: 503,
    headers: { 'content-type': 'text/html; charset=utf-8', 'retry-after': '5', 'cache-control': 'no-store' },
  });
}

export const config = {
  // Pages only: the API, health and files answer for themselves.
  matcher: ['/((?!api/|_next/|health$|ready$|unavailable$|dev/|sandbox/control/|icon).*)'],
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
