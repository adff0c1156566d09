import { type Journey, journeySchema } from '#engine/journey.ts';
import type { Content } from '#engine/office/content.ts';
import { contentHash } from '#engine/office/content-hash.ts';
import { type Mover, moveRequest } from '#engine/office/request.ts';
import type { Wish } from '#engine/office/wish.ts';
import type { Problem } from '#engine/problem.ts';
import { audit } from '../audit/append.ts';
import { type Joinable, type Transaction, transaction } from '../database.ts';
import { freezeContent } from './freeze-content.ts';
import { lockRequest, movable, type RequestRow } from './request-row.ts';

/** Who asks: an official or a key with the name that the approver will read, or somebody at the command line. */
export type Asker = { name: string; by: Exclude<Mover, 'cauce'> | { kind: 'command'; id: string } };
export type Ask = {
  asker: Asker;
  unitId: string;
  wish: Wish;
  document?: Journey | undefined;
  note?: string | undefined;
  /** A request of before, returned or still a draft, that is asked for again with what is now wished. */
  requestId?: string | undefined;
};
export type Asked =
  | { ok: true; requestId: string; hash: string; lane: number; warnings: Problem[] }
  | { ok: false; problems: Problem[] };

/**
 * Asks for a signature: freezes what is wished into a content and lets it wait. Refused with everything that stands in the
 * way; then nothing is kept, and a request of before stays as it was.
 */
export async function askRequest(database: Joinable, ask: Ask): Promise<Asked> {
  return transaction(database, async (tx) => {
    const before = ask.requestId === undefined ? undefined : await lockRequest(tx, ask.requestId);
    const refusals = mayAsk(ask, before);
    if (refusals.length > 0) return { ok: false, problems: refusals };
    const { rows } = await tx.query<{ id: string; now: number }>(
      'select uuidv7() as id, cauce_ms(clock_timestamp())::float8 as now',
    );
    const requestId = before?.id ?? rows[0]!.id;
    const author: Content['author'] = before?.author ?? { ...idOf(ask.asker), name: ask.asker.name };
    const writers = [...new Set([...(before?.writers ?? []), author.id, ask.asker.by.id])];
    const document = ask.document ?? (before?.document ? journeySchema.parse(before.document) : undefined);
    const frozen = await freezeContent(tx, { ...ask, requestId, document, author, writers, now: rows[0]!.now });
    if (!frozen.ok) return frozen;
    const { content, warnings } = frozen;
    const hash = contentHash(content);
    await keep(tx, ask, { content, hash, author, writers, document });
    await audit(tx, {
      who: idOf(ask.asker),
      unitId: ask.unitId,
      act: 'request.asked',
      about: { kind: 'request', id: requestId },
      detail: { hash, ...(content.audience && { people: content.audience.count }) },
    });
    return { ok: true, requestId, hash, lane: laneOf(content), warnings };
  });
}

function mayAsk({ asker, unitId, wish }: Ask, before: RequestRow | undefined): Problem[] {
  // Who sits at the host's own command line could as well write to its database.
  if (asker.by.kind === 'command') return [];
  const { what } = wish;
  const moved = moveRequest(before ? movable(before) : { status: 'draft', unitId, what, writers: [] }, 'ask', asker.by);
  return moved.ok ? [] : moved.problems;
}

type Kept = {
  content: Content;
  hash: string;
  author: Content['author'];
  writers: string[];
  document: Journey | undefined;
};

async function keep(tx: Transaction, { unitId, wish, note }: Ask, kept: Kept): Promise<void> {
  const { content, hash, author, writers, document } = kept;
  // Asked anew: whatever was said of it before no longer holds, and everybody is called from the beginning.
  await tx.query(
    `insert into request (id, unit_id, what, status, slug, lane, wish, document, content, hash, author, writers, note, asked_at, lapses_at, next_at)
     values ($1, $2, $3, 'waiting', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::timestamptz, $14::timestamptz, $13::timestamptz)
     on conflict (id) do update set status = 'waiting', slug = excluded.slug, lane = excluded.lane, wish = excluded.wish,
       document = excluded.document, content = excluded.content, hash = excluded.hash, writers = excluded.writers,
       note = coalesce(excluded.note, request.note), asked_at = excluded.asked_at, lapses_at = excluded.lapses_at,
       next_at = excluded.next_at, calls = 0, reason = null, held = null, run_id = null, decided_at = null, decided_by = null,
       updated_at = now()`,
    [
      content.request,
      unitId,
      wish.what,
      wish.slug,
      laneOf(content),
      wish,
      document ?? null,
      content,
      hash,
      author,
      writers,
      note ?? null,
      content.askedAt,
      content.lapsesAt,
    ],
  );
}

const idOf = ({ by }: Asker) => ({ kind: by.kind, id: by.id });

/** How urgent its run will be, which is how urgently it is asked for. */
function laneOf(content: Content): number {
  return content.class === 'emergency' ? 0 : content.class === 'informative' ? 2 : 1;
}
