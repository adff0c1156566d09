import { simpleParser } from 'mailparser';
import { z } from 'zod';
import type { Gateway } from './gateway.ts';
import { noteAccount } from './gateway.ts';
import { reset } from './open-gateway.ts';
import type { Shown } from './recent.ts';
import { recordReply } from './replay.ts';
import { sandboxAccount, unknownAccount } from './sandbox-account.ts';

export type Answer = { status: number; body: unknown };

/** Answers one request of the control API, for `/sandbox`, benches and drills; anything unknown is a 404. */
export async function control(gateway: Gateway, method: string, url: URL, body: string, now: number): Promise<Answer> {
  const [, , what = '', name = '', verb = ''] = url.pathname.split('/').map(decodeURIComponent);
  const asked = `${method} ${what}${name === '' ? '' : '/:name'}${verb === '' ? '' : `/${verb}`}`;
  const query = url.searchParams;
  switch (asked) {
    case 'GET phones':
      return threads(gateway, 'phone', query);
    case 'GET mailboxes':
      return threads(gateway, 'mailbox', query);
    case 'GET phones/:name':
    case 'GET mailboxes/:name':
      return {
        status: 200,
        body: { address: name, messages: await Promise.all(gateway.recent.thread(name).map(readable)) },
      };
    case 'POST phones/:name/reply':
    case 'POST mailboxes/:name/reply':
      return await kept(gateway, writeReply(gateway, name, body, now));
    case 'GET accounts':
      return { status: 200, body: Object.fromEntries(gateway.accounts) };
    case 'PUT accounts/:name':
      return await kept(gateway, setAccount(gateway, name, body, now));
    case 'GET pending':
      return { status: 200, body: gateway.schedule.pending(query.get('run') ?? '') };
    case 'POST reset':
      reset(gateway, now);
      return { status: 200, body: {} };
    default:
      if (asked === 'GET ledger/:name' && name === 'summary') {
        return { status: 200, body: gateway.tally.summary(query.get('run') ?? '') };
      }
      if (asked === 'GET ledger/:name' && name === 'runs') return { status: 200, body: { runs: gateway.tally.runs() } };
      return { status: 404, body: { error: 'unknown' } };
  }
}

async function kept(gateway: Gateway, answer: Answer): Promise<Answer> {
  await gateway.ledger.written();
  return answer;
}

function threads(gateway: Gateway, kind: 'phone' | 'mailbox', query: URLSearchParams): Answer {
  const limit = Math.min(200, Number(query.get('limit') ?? 50) || 50);
  const offset = Math.max(0, Number(query.get('offset') ?? 0) || 0);
  return { status: 200, body: gateway.recent.threads(kind, query.get('search') ?? '', offset, limit) };
}

const typed = z.object({ text: z.string().trim().min(1).max(2_000), account: z.string().optional() });

/** A mail as its reader sees it, with its way out; other messages as they are. */
async function readable({ raw, ...message }: Shown): Promise<Shown & { html?: string; unsubscribe?: string }> {
  if (raw === undefined) return message;
  const mail = await simpleParser(Buffer.from(raw, 'latin1'), { skipTextToHtml: true });
  const unsubscribe = mail.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line.replace(/^[^<]*<|>.*$/g, '');
  return { ...message, subject: mail.subject, text: mail.text || '', html: mail.html || undefined, unsubscribe };
}

function writeReply(gateway: Gateway, address: string, body: string, now: number): Answer {
  const read = typed.safeParse(jsonOf(body));
  if (!read.success) return { status: 400, body: { error: 'text' } };
  const { text, account } = read.data;
  const written = gateway.recent
    .thread(address)
    .findLast((message) => message.direction === 'out' && (account === undefined || message.account === account));
  if (!written) return { status: 404, body: { error: 'nobody wrote here' } };
  const { key, about, from, subject } = written;
  const reply = { key, run: about.slice(0, Math.max(0, about.indexOf('/'))), from: address, to: from, text, subject };
  gateway.ledger.append(JSON.stringify({ at: now, account: written.account, reply }));
  recordReply(gateway, written.account, reply, now);
  return { status: 202, body: {} };
}

function setAccount(gateway: Gateway, id: string, body: string, now: number): Answer {
  const known = gateway.accounts.get(id) ?? unknownAccount('http');
  const given = jsonOf(body);
  const read = sandboxAccount.safeParse(typeof given === 'object' && given !== null ? { ...known, ...given } : given);
  if (!read.success) return { status: 400, body: { error: z.prettifyError(read.error) } };
  noteAccount(gateway, id, read.data, now);
  return { status: 200, body: read.data };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
