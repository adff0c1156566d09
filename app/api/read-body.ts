import { deepest, unstorable } from '#engine/storable.ts';
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

/** Refuses what JSON may hold and Postgres may not (engine/storable.ts), with its place. */
export function refuseUnstorable(request: Request, value: unknown): Response | undefined {
  const found = unstorable(value);
  if (!found) return undefined;
  const { code, path } = found;
  const params = code === 'too-deep' ? { params: { max: deepest } } : {};
  return refuse(request, { status: 400, code, ...params, errors: [{ field: path, code }] });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
