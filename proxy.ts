import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { database } from '#app/database.ts';
import { securityHeaders } from '#app/security-headers.ts';
import { env } from '#env';

/**
 * Before every page and every answer: what the browser is to refuse, and the page's own nonce. While Postgres does not
 * answer, every page is a 503 that says so; a page itself could only answer 200 or 500.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  const forPage = !pathname.startsWith('/api/');
  // The design system (/dev/ui) asks Postgres nothing.
  const asks = forPage && pathname !== '/unavailable' && !pathname.startsWith('/dev/');
  if (asks && !(await postgresAnswers())) return unavailable(request);
  const guard = securityHeaders(randomBytes(16).toString('base64'), { dev: env().NODE_ENV === 'development' });
  const headers = new Headers(request.headers);
  // Next puts the nonce it finds here on the scripts it writes.
  headers.set('content-security-policy', guard['content-security-policy'] ?? '');
  // Where a page is, so that refusals can name its permission and the door leads back; whatever came under that name goes.
  headers.set('x-cauce-path', pathname + search);
  const answer = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(guard)) answer.headers.set(name, value);
  // What is answered is for whoever asked: no cache keeps it, and Back after signing out shows nothing.
  answer.headers.set('cache-control', 'private, no-store');
  return answer;
}

export const config = {
  // Files with a hash in their name are no secret and have their headers in next.config.ts; icons are files too. Machines that
  // come a thousand times a second are not led through here: what they are answered carries its own headers.
  matcher: ['/((?!_next/|icon|health$|ready$|api/receipts/|api/events$|api/cap$).*)'],
};

/** A rewrite keeps the status of the page it leads to, so the page is asked for and answered again as what it is. */
async function unavailable(request: NextRequest): Promise<Response> {
  const language = {
    cookie: request.headers.get('cookie') ?? '',
    'accept-language': request.headers.get('accept-language') ?? '',
  };
  const page = await fetch(`http://127.0.0.1:${env().PORT}/unavailable`, { headers: language }).catch(() => undefined);
  const headers = new Headers(page?.headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) headers.delete(name);
  headers.set('retry-after', '5');
  return new Response((await page?.text()) ?? '503', { status: 503, headers });
}

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
