import type { IncomingMessage, ServerResponse } from 'node:http';
import { same } from '../signature.ts';
import type { Callbacks } from './callbacks.ts';
import { type Arriving, accountOf, type Gateway, take } from './gateway.ts';
import { hashed } from './hash.ts';
import { BEHAVIOURS, behaviourOf } from './recipient.ts';
import type { SandboxAccount } from './sandbox-account.ts';
import type { Code } from './tally.ts';

const NEWLINE = 10;
const LARGEST = 500;

/** `POST /v1/messages`: takes up to 500 messages, notes them in the ledger, and only then answers. */
export async function takeBatch(
  gateway: Gateway,
  callbacks: Callbacks,
  secret: string,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> {
  const id = header(request, 'cauce-account') ?? 'sandbox';
  if (!same(header(request, 'authorization') ?? '', `Bearer ${secret}`))
    return answer(response, 401, '{"error":"bearer"}');
  const account = accountOf(gateway, id, 'http');
  if (account.down !== false && (await outage(account, response))) return;
  const messages = messagesOf(body);
  if (!messages) return answer(response, 400, '{"error":"messages: 1 to 500 expected"}');

  const now = Date.now();
  let codes = '';
  let results = '';
  let early = false;
  for (let i = 0; i < messages.length; i++) {
    const message = messages[i] as Arriving;
    const code = take(gateway, id, account, message, now);
    codes += code;
    results += `${i === 0 ? '' : ','}${resultOf(message?.key, code)}`;
    early ||= code === 'a' && behaviourOf(message.to, account.profile, hashed.high, hashed.low) === BEHAVIOURS.early;
  }
  const head = `{"at":${now},"account":${JSON.stringify(id)},"codes":"${codes}","batch":`;
  gateway.ledger.append(head, body.includes(NEWLINE) ? JSON.stringify({ messages }) : body, '}');
  await gateway.ledger.written();
  if (early) await callbacks.flush(id, 1_000);
  answer(response, 200, `{"results":[${results}]}`);
}

/** Answers with JSON text. */
export function answer(
  response: ServerResponse,
  status: number,
  json: string,
  headers: Record<string, string> = {},
): void {
  // As a string, head and body leave in one write.
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(json),
    ...headers,
  });
  response.end(json);
}

function resultOf(key: unknown, code: Code): string {
  const quoted = typeof key === 'string' ? JSON.stringify(key) : 'null';
  if (code === 'a' || code === 'r') return `{"key":${quoted},"status":"accepted"}`;
  return `{"key":${quoted},"status":"failed",${REFUSALS[code]}}`;
}

const REFUSALS: Record<Exclude<Code, 'a' | 'r'>, string> = {
  p: '"kind":"permanent","code":"unknown-address"',
  x: '"kind":"permanent","code":"unknown-address"',
  t: '"kind":"temporary","code":"network-busy"',
  q: '"kind":"throttled","code":"rate","retryAfterMs":1000',
  m: '"kind":"permanent","code":"malformed"',
  d: '"kind":"permanent","code":"malformed"',
};

function messagesOf(body: Buffer): Arriving[] | undefined {
  try {
    const { messages } = JSON.parse(body.toString()) as { messages?: unknown };
    return Array.isArray(messages) && messages.length > 0 && messages.length <= LARGEST ? messages : undefined;
  } catch {
    return undefined;
  }
}

/** Plays the simulated outage; true when the request has been dealt with. */
async function outage(account: SandboxAccount, response: ServerResponse): Promise<boolean> {
  if (account.down === true) response.destroy();
  else if (account.down === '500') answer(response, 500, '{"error":"down"}');
  else if (account.down === '429') answer(response, 429, '{"error":"rate"}', { 'retry-after': '1' });
  else {
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    return false;
  }
  return true;
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
