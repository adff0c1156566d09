import { parse } from '#engine/journey.ts';
import { checkPublication } from '#engine/office/check-publication.ts';
import type { WishedPublication } from '#engine/office/wish.ts';
import type { Problem } from '#engine/problem.ts';
import { type Joinable, type Queryable, transaction } from '../database.ts';
import { type Asked, type Asker, askRequest } from '../requests/ask-request.ts';
import { standingRequest } from './standing-request.ts';

type Asking = {
  asker: Asker;
  journeyId: string;
  /** The version of the draft that whoever asks has before them. */
  version: number;
  note?: string | undefined;
  ceiling?: WishedPublication['ceiling'];
};

/**
 * Asks for the approval of a draft as it is stored now, refused with everything that stands in the way. Whoever saved any
 * of it since the last revision is one of its writers, and cannot sign it. One that was returned is asked for anew.
 */
export async function askToPublish(database: Joinable, asking: Asking): Promise<Asked> {
  return transaction(database, async (tx) => {
    const { rows } = await tx.query<{ unitId: string; slug: string; version: number; document: unknown; open: number }>(
      `select unit_id as "unitId", slug, draft_version as version, draft as document,
              (select count(*)::int from draft_comment where journey_id = journey.id and answers is null and resolved_at is null
                 and draft_comment.node in (select jsonb_path_query(journey.draft, '$.nodes[*].id') #>> '{}')) as open
       from journey where id = $1 for update`,
      [asking.journeyId],
    );
    const draft = rows[0];
    if (!draft) return refused('no-such-journey');
    if (draft.version !== asking.version) return refused('draft-changed');
    const parsed = parse(draft.document);
    if (!parsed.ok) return parsed;
    const problems = checkPublication(parsed.journey, { openComments: draft.open });
    if (problems.some(({ severity }) => severity === 'error')) return { ok: false, problems };
    const standing = await standingRequest(tx, { unitId: draft.unitId, slug: draft.slug });
    if (standing?.status === 'waiting') return refused('asked-already');
    const asked = await askRequest(tx, {
      asker: asking.asker,
      unitId: draft.unitId,
      wish: { what: 'publish', slug: draft.slug, ...(asking.ceiling ? { ceiling: asking.ceiling } : {}) },
      document: parsed.journey,
      note: asking.note,
      wrote: await writersOf(tx, asking.journeyId),
      requestId: standing?.status === 'returned' ? standing.id : undefined,
    });
    return asked.ok ? { ...asked, warnings: [...problems, ...asked.warnings] } : asked;
  });
}

/** Everyone whose hand is in the draft since it was last published. */
async function writersOf(tx: Queryable, journeyId: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select distinct official_id as id from draft_save
     where journey_id = $1 and official_id is not null
       and at > coalesce((select max(created_at) from revision where journey_id = $1 and n > 0), '-infinity')`,
    [journeyId],
  );
  return rows.map(({ id }) => id);
}

const refused = (code: string): { ok: false; problems: Problem[] } => ({
  ok: false,
  problems: [{ code, severity: 'error' }],
});
