import { z } from 'zod';
import { bodyOf, door } from '#app/api/door.ts';
import { refuse } from '#app/api/refuse.ts';
import { database } from '#app/database.ts';
import { doorAt } from '#app/doors.ts';
import { bePresent } from '#drizzle/drafts/presence.ts';
import { readDraft } from '#drizzle/drafts/read-draft.ts';
import { type DraftNews, watchDraft } from './watch-draft.ts';

export const dynamic = 'force-dynamic';

const here = { scope: null, action: doorAt('/journeys/[slug]/draft/news').action };

type Context = { params: Promise<{ slug: string }> };

const body = z.strictObject({
  screen: z.string().regex(/^[\w-]{8,60}$/),
  node: z.string().max(40).nullable(),
  /** False: the window is being closed. */
  here: z.boolean().default(true),
});

/** Tells as server-sent events which version is stored and who has the draft open, whenever either changes. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return door(request, here, async (who) => {
    const draft = await readDraft(database(), { slug: (await params).slug, units: who.units });
    if (!draft) return unknown(request);
    return new Response(streamOf(request, draft.journeyId, who.officialId), {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
    });
  });
}

/** Says that an official has the draft open, and where; repeated every ten seconds. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return door(request, here, async (who) => {
    const read = await bodyOf(request, { body, maxBytes: 1_024 });
    if (!read.ok) return read.answer;
    const draft = await readDraft(database(), { slug: (await params).slug, units: who.units });
    if (!draft || who.officialId === null) return unknown(request);
    const official = read.value.here ? { id: who.officialId, name: who.name } : null;
    await bePresent(database(), {
      journeyId: draft.journeyId,
      screen: read.value.screen,
      official,
      node: read.value.node,
    });
    return new Response(null, { status: 204 });
  });
}

function streamOf(request: Request, journeyId: string, officialId: string | null): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let leave = () => {};
  return new ReadableStream({
    start(controller) {
      const tell = ({ version, present }: DraftNews) => {
        const seen = present.map((one) => ({ ...one, mine: one.officialId === officialId }));
        controller.enqueue(encoder.encode(`data: ${JSON.stringify({ version, present: seen })}\n\n`));
      };
      leave = watchDraft(database(), journeyId, tell);
      request.signal.addEventListener('abort', () => {
        leave();
        try {
          controller.close();
        } catch {
          // Closed already by whoever read.
        }
      });
    },
    cancel: () => leave(),
  });
}

const unknown = (request: Request) =>
  refuse(request, { status: 404, code: 'unknown-journey', errors: [{ field: 'slug', code: 'unknown-journey' }] });
