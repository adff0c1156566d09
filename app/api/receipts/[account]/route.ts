import { database } from '#app/database.ts';
import { absorbReply } from '#drizzle/crowd/absorb-reply.ts';
import { answering } from '../../answering.ts';
import { contract } from '../../contract.ts';
import { readText, refuseUnstorable } from '../../read-body.ts';
import { refuse } from '../../refuse.ts';
import { keepTogether } from './keep-together.ts';
import { receivingAccount } from './receiving-account.ts';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ account: string }> };

/** What a provider tells us about its messages, proven by its signature; answered when it is committed. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return answering(request, async () => {
    const receiving = await receivingAccount(database(), (await params).account);
    if (!receiving) return refuse(request, { status: 404, code: 'unknown-account' });
    const body = await readText(request, contract.receipts.maxBytes);
    if (!body.ok) return body.answer;
    const { id, adapter, account } = receiving;
    const callback = { headers: Object.fromEntries(request.headers), body: body.value, url: request.url };
    const reading = await adapter.readCallback(callback, account, Date.now());
    if (!reading.ok) return refuseCallback(request, reading);
    const { receipts, replies } = reading;
    const unstorable = refuseUnstorable(request, { receipts, replies });
    if (unstorable) return unstorable;
    if (receipts.length > 0) await keepTogether(database(), id, receipts);
    for (const reply of replies) await absorbReply(database(), id, reply);
    return Response.json({ receipts: receipts.length, replies: replies.length });
  });
}

function refuseCallback(request: Request, { status, problem }: { status: 400 | 401; problem: string }): Response {
  if (status === 401) {
    const errors = [{ field: 'cauce-signature', code: problem }];
    return refuse(request, { status, code: problem, errors });
  }
  // Adapters tell the place and the reason as `receipts.0.status: why`.
  const [, field = 'body', why = problem] = /^([\w.]*): (.*)$/s.exec(problem) ?? [];
  return refuse(request, {
    status,
    code: 'unreadable-callback',
    errors: [{ field: field || 'body', code: 'unreadable', why }],
  });
}
