import { z } from 'zod';
import { bodyOf, door } from '#app/api/door.ts';
import { refuse, refuseProblems } from '#app/api/refuse.ts';
import { database } from '#app/database.ts';
import { doorAt } from '#app/doors.ts';
import { commentSchema } from '#designer/store/comment.ts';
import { readDraft, type StoredDraft } from '#drizzle/drafts/read-draft.ts';
import { saveDraft } from '#drizzle/drafts/save-draft.ts';
import { parse } from '#engine/journey.ts';

export const dynamic = 'force-dynamic';

const here = { scope: null, action: doorAt('/journeys/[slug]/draft/store').action };

type Context = { params: Promise<{ slug: string }> };

const body = z.strictObject({
  version: z.int().min(1),
  journey: z.unknown(),
  comments: z.array(commentSchema).max(5_000),
  said: z
    .array(
      z.strictObject({
        code: z.string().max(40),
        params: z.record(z.string().max(40), z.union([z.string().max(300), z.number()])),
      }),
    )
    .max(300),
});

/** The draft as it is stored, with its version. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return door(request, here, async (who) => {
    const draft = await readDraft(database(), { slug: (await params).slug, units: who.units });
    return draft ? Response.json(told(draft), noStore) : unknown(request);
  });
}

/** Saves a draft over the version that was seen: 409 with the stored one when somebody else saved meanwhile. */
export function PUT(request: Request, { params }: Context): Promise<Response> {
  return door(request, here, async (who) => {
    const read = await bodyOf(request, { body, maxBytes: 8 * 1024 * 1024 });
    if (!read.ok) return read.answer;
    const draft = await readDraft(database(), { slug: (await params).slug, units: who.units });
    if (!draft) return unknown(request);
    const { version, journey, comments, said } = read.value;
    const parsed = parse(journey);
    if (!parsed.ok) return refuseProblems(request, 422, 'unfit', parsed.problems);
    // The slug is the address: it never changes under somebody's hands.
    const saved = await saveDraft(database(), {
      journeyId: draft.journeyId,
      version,
      journey: { ...parsed.journey, slug: draft.slug },
      comments,
      officialId: who.officialId,
      by: who.name,
      said,
    });
    if (saved !== null) return Response.json({ version: saved }, noStore);
    const newer = await readDraft(database(), { slug: draft.slug, units: [draft.unitId] });
    return newer ? Response.json(told(newer), { ...noStore, status: 409 }) : unknown(request);
  });
}

const told = ({ version, document, comments, by }: StoredDraft) => ({ version, journey: document, comments, by });
const noStore = { headers: { 'cache-control': 'no-store' } };

const unknown = (request: Request) =>
  refuse(request, { status: 404, code: 'unknown-journey', errors: [{ field: 'slug', code: 'unknown-journey' }] });
