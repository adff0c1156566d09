import type { z } from 'zod';
import { cloudEvent } from '#drizzle/crowd/cloud-event.ts';
import type { ReceivedEvent } from '#drizzle/crowd/receive-events.ts';
import { contract } from '../contract.ts';
import { parseBy } from '../parse-by.ts';
import { type Read, readJson, refuseUnstorable } from '../read-body.ts';
import { refuse } from '../refuse.ts';

/** Reads CloudEvents 1.0 over HTTP in any of its modes: binary (`ce-` headers), structured, or a batch. */
export async function readCloudEvents(request: Request): Promise<Read<ReceivedEvent[]>> {
  const media = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const binary = request.headers.has('ce-specversion') && !media.startsWith('application/cloudevents');
  if (!binary && !contract.events.media.some((known) => known === media)) return unsupported(request, media);
  if (binary && media !== '' && !/^application\/([\w.-]+\+)?json$/.test(media)) return unsupported(request, media);
  const empty = binary && (request.body === null || request.headers.get('content-length') === '0');
  const json = empty ? { ok: true as const, value: undefined } : await readJson(request, contract.events.maxBytes);
  if (!json.ok) return json;
  if (binary) return readBinary(request, json.value);
  const batch = Array.isArray(json.value);
  if (media !== 'application/json' && batch !== (media === 'application/cloudevents-batch+json'))
    return unsupported(request, media);
  if (!batch) {
    const one = parseBy(request, cloudEvent, json.value);
    return one.ok ? { ok: true, value: [received(one.value)] } : one;
  }
  const many = parseBy(request, contract.events.body.options[1], json.value);
  return many.ok ? { ok: true, value: many.value.map(received) } : many;
}

function readBinary(request: Request, data: unknown): Read<ReceivedEvent[]> {
  const attributes: Record<string, unknown> = {};
  for (const [name, value] of request.headers) if (name.startsWith('ce-')) attributes[name.slice(3)] = decoded(value);
  const unstorable = refuseUnstorable(request, attributes);
  if (unstorable) return { ok: false, answer: unstorable };
  const read = parseBy(request, cloudEvent, data === undefined ? attributes : { ...attributes, data });
  return read.ok ? { ok: true, value: [received(read.value)] } : read;
}

/** Header values are percent-encoded (CloudEvents HTTP binding 3.1.3.2); what is not stays as it came. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const received = ({ source, id, type, subject, time, data }: z.output<typeof cloudEvent>): ReceivedEvent => ({
  source,
  id,
  type,
  subject,
  time: time === undefined ? undefined : Date.parse(time),
  data: data ?? {},
});

function unsupported(request: Request, media: string): Read<never> {
  const errors = [{ field: 'content-type', code: 'media-type' }];
  const params = { given: media || '–', known: contract.events.media.join(', ') };
  return { ok: false, answer: refuse(request, { status: 415, code: 'media-type', params, errors }) };
}
