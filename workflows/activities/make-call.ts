import { type Dispatcher, request } from 'undici';
import { refusedUrl } from '#channels/reach.ts';
import type { ClaimedCall, Endpoint } from '#drizzle/crowd/claim-calls.ts';
import type { CallOutcome } from '#drizzle/crowd/record-calls.ts';
import { dig } from '#engine/rule/read-fact.ts';

/** What became of a call, and whether the other system is to blame (which its circuit breaker counts). */
export type Made = { outcome: CallOutcome; failing: boolean };

const longestAnswer = 256 * 1024;
const longestRetryMs = 15 * 60_000;

/** Makes one call under its own key. Never throws: what the network or the other system does is an outcome. */
export async function makeCall(
  endpoint: Endpoint,
  claimed: ClaimedCall,
  dispatcher: Dispatcher,
  signal: AbortSignal,
): Promise<Made> {
  const { id, call, facts } = claimed;
  const url = addressOf(endpoint, claimed);
  if (typeof url === 'string') return failed(id, url);
  const refusal = refusedUrl(url, endpoint.mode);
  if (refusal !== undefined) return failed(id, refusal);
  const body = call.method === 'GET' ? undefined : JSON.stringify(nested(call.send, facts));
  try {
    const response = await request(url, {
      dispatcher,
      method: call.method,
      headers: {
        ...endpoint.headers,
        accept: 'application/json',
        'idempotency-key': id,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(call.timeoutMs)]),
      headersTimeout: call.timeoutMs,
      bodyTimeout: call.timeoutMs,
    });
    const text = await bounded(response.body);
    const { statusCode } = response;
    if (statusCode === 408 || statusCode === 429 || statusCode >= 500)
      return later(claimed, `http-${statusCode}`, Number(response.headers['retry-after']) * 1_000);
    if (statusCode >= 300) return failed(id, statusCode < 400 ? 'redirect' : `http-${statusCode}`);
    return answered(claimed, text);
  } catch (error) {
    if (signal.aborted) throw error;
    return codeOf(error) === 'EFORBIDDEN' ? failed(id, 'forbidden-address') : later(claimed, 'unreachable', Number.NaN);
  }
}

const failed = (id: string, reason: string): Made => ({ outcome: { id, result: 'failed', reason }, failing: false });

function later({ id, attempts, call }: ClaimedCall, reason: string, askedMs: number): Made {
  if (attempts > call.retries) return { outcome: { id, result: 'failed', reason }, failing: true };
  const afterMs = Number.isFinite(askedMs) && askedMs > 0 ? askedMs : 1_000 * 2 ** Math.min(10, attempts - 1);
  return { outcome: { id, result: 'again', afterMs: Math.min(longestRetryMs, afterMs) }, failing: true };
}

function answered({ id, answers }: ClaimedCall, text: string | undefined): Made {
  if (text === undefined) return failed(id, 'answer-too-long');
  const wanted = Object.entries(answers);
  if (wanted.length === 0) return { outcome: { id, result: 'done', vars: {} }, failing: false };
  try {
    const json: unknown = JSON.parse(text);
    const vars = Object.fromEntries(
      wanted.map(([variable, at]) => [variable, (at === '' ? json : dig(json, at.split('.'))) ?? null]),
    );
    return { outcome: { id, result: 'done', vars }, failing: false };
  } catch {
    return failed(id, 'unreadable-answer');
  }
}

/** The address with its facts filled in, or why it cannot be: a fact must not change the host nor climb out of the path. */
function addressOf({ url }: Endpoint, { call, facts }: ClaimedCall): URL | string {
  let missing = false;
  const path = call.path.replaceAll(/\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => {
    const value = facts[name];
    const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (!plain || /^\.{0,2}$/.test(String(value))) missing = true;
    return encodeURIComponent(plain ? String(value) : '');
  });
  if (missing) return 'fact-missing';
  if (!URL.canParse(url)) return 'unreadable-address';
  const base = new URL(url);
  const root = base.pathname.replace(/\/$/, '');
  const joined = `${base.origin}${root}${/^[/?]|^$/.test(path) ? path : `/${path}`}`;
  if (!URL.canParse(joined)) return 'unreadable-address';
  const full = new URL(joined);
  if (full.origin !== base.origin || !full.pathname.startsWith(root)) return 'path-leaves-endpoint';
  for (const name of call.method === 'GET' ? call.send : []) {
    const value = facts[name] ?? null;
    if (value !== null) full.searchParams.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return full;
}

/** `citizen.ref` becomes {"citizen": {"ref": …}}. */
function nested(names: readonly string[], facts: Record<string, unknown>): Record<string, Record<string, unknown>> {
  const body: Record<string, Record<string, unknown>> = {};
  for (const name of names) {
    const dot = name.indexOf('.');
    (body[name.slice(0, dot)] ??= {})[name.slice(dot + 1)] = facts[name] ?? null;
  }
  return body;
}

async function bounded(body: Dispatcher.ResponseData['body']): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of body as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > longestAnswer) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string' && error.code === 'EFORBIDDEN') return error.code;
  return error.cause === undefined ? undefined : codeOf(error.cause);
}
