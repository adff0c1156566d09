import { refuse } from './refuse.ts';

export type Read<T> = { ok: true; value: T } | { ok: false; answer: Response };

/** The body as bytes, or 413 as soon as it is known to be longer than `maxBytes`. */
export async function readBytes(request: Request, maxBytes: number): Promise<Read<Uint8Array>> {
  const tooLarge = () => refuse(request, { status: 413, code: 'too-large', params: { max: maxBytes } });
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return { ok: false, answer: tooLarge() };
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (request.body)
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      length += chunk.byteLength;
      if (length > maxBytes) return { ok: false, answer: tooLarge() };
      chunks.push(chunk);
    }
  return { ok: true, value: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks) };
}

/** The body as text; bytes that are no UTF-8 are refused, never guessed. */
export async function readText(request: Request, maxBytes: number): Promise<Read<string>> {
  const bytes = await readBytes(request, maxBytes);
  if (!bytes.ok) return bytes;
  try {
    return { ok: true, value: utf8.decode(bytes.value) };
  } catch {
    return { ok: false, answer: refuse(request, { status: 400, code: 'not-utf8' }) };
  }
}

/** The body as JSON that can be stored. */
export async function readJson(request: Request, maxBytes: number): Promise<Read<unknown>> {
  const text = await readText(request, maxBytes);
  if (!text.ok) return text;
  let value: unknown;
  try {
    value = JSON.parse(text.value);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    const errors = [{ field: 'body', code: 'not-json', why }];
    return { ok: false, answer: refuse(request, { status: 400, code: 'not-json', errors }) };
  }
  const answer = refuseUnstorable(request, value);
  return answer ? { ok: false, answer } : { ok: true, value };
}

/**
 * Refuses what JSON may hold and Postgres may not: U+0000, half a surrogate pair, and nesting without end. Looked at
 * without recursion, so that no input can exhaust the stack.
 */
export function refuseUnstorable(request: Request, value: unknown): Response | undefined {
  const open: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }];
  const wrong = (code: string, field: string, params?: Record<string, number>) =>
    refuse(request, { status: 400, code, ...(params && { params }), errors: [{ field, code }] });
  for (let at = open.pop(); at; at = open.pop()) {
    if (typeof at.value === 'string' && unstorable.test(at.value)) return wrong('bad-character', at.path);
    if (typeof at.value !== 'object' || at.value === null) continue;
    if (at.depth >= deepest) return wrong('too-deep', at.path, { max: deepest });
    for (const [key, inner] of Object.entries(at.value)) {
      const path = at.path ? `${at.path}.${key}` : key;
      if (unstorable.test(key)) return wrong('bad-character', path);
      open.push({ value: inner, path, depth: at.depth + 1 });
    }
  }
  return undefined;
}

const deepest = 60;
const unstorable = /[\0\ud800-\udfff]/u;
const utf8 = new TextDecoder('utf-8', { fatal: true });
