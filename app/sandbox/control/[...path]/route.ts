import { doorAt } from '#app/doors.ts';
import { env } from '#env';
import { door } from '../../../api/door.ts';

export const dynamic = 'force-dynamic';

const here = { scope: null, action: doorAt('/sandbox/control/[...path]').action };

type Context = { params: Promise<{ path: string[] }> };

/** Passes what `/sandbox` asks on to the sandbox gateway on loopback: threads, one thread, a reply. Nothing else. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return door(request, here, async () => {
    const { path } = await params;
    if (!isThread(path) || path.length > 2) return Response.json({ error: 'unknown' }, { status: 404 });
    return ask(`${target(path)}${new URL(request.url).search}`, { method: 'GET' });
  });
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return door(request, here, async () => {
    const { path } = await params;
    if (!isThread(path) || path.length !== 3 || path[2] !== 'reply')
      return Response.json({ error: 'unknown' }, { status: 404 });
    const body = await request.text();
    if (body.length > 10_000) return Response.json({ error: 'too-long' }, { status: 413 });
    return ask(target(path), { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  });
}

const isThread = ([kind]: string[]) => kind === 'phones' || kind === 'mailboxes';

// A segment may arrive encoded or not; decoding first keeps it from being encoded twice.
const target = (path: string[]) =>
  `http://127.0.0.1:${env().SANDBOX_PORT}/control/${path.map((part) => encodeURIComponent(decodeURIComponent(part))).join('/')}`;

async function ask(url: string, init: RequestInit): Promise<Response> {
  try {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(5_000), cache: 'no-store' });
    return new Response(await answer.text(), {
      status: answer.status,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    });
  } catch {
    return Response.json({ error: 'unavailable' }, { status: 503 });
  }
}
