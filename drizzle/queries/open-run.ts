import type { FollowUpKind, Journey } from '#engine/journey.ts';
import type { Content } from '#engine/office/content.ts';
import type { Rule } from '#engine/rule/rule.ts';
import type { Transaction } from '../database.ts';

/** A run to be opened: of which revision, for whom, on which clock; all times in epoch ms. */
export type Opening = {
  unitId: string;
  revision: { id: string; journeyId: string; journey: Journey };
  kind: 'launched' | 'standing';
  mode: 'live' | 'drill';
  audience?: Rule | undefined;
  event?: unknown;
  clock?: { startsAt: number; scale: number } | undefined;
  expiresAt?: number | undefined;
  /** The content that was signed; a live run without one is let in only where nobody has to sign. */
  approved?: Content | undefined;
  /** The run whose people this one tells something afterwards. */
  follows?: { runId: string; kind: FollowUpKind } | undefined;
  /** Reaches confirmed addresses of the team and nobody else, which the claim sees to. */
  team?: boolean | undefined;
};

/**
 * Opens a run and returns its id. A drill is ready at once. A live run waits: its workflow has the gate judge it before
 * anybody enters, so that a row in this table is never by itself a reason to write to people.
 */
export async function openRun(tx: Transaction, opening: Opening): Promise<string> {
  const { unitId, revision, kind, mode, audience, event, clock, expiresAt, approved, follows, team } = opening;
  const { class: of } = revision.journey;
  const ready = kind === 'standing' ? 'open' : 'approved';
  const { rows } = await tx.query<{ id: string }>(
    `insert into run (unit_id, journey_id, revision_id, kind, mode, lane, status, audience, event, clock_at, clock_scale,
       clock_ticked_at, expires_at, launched_at, request_id, launch_at, ceiling_day, ceiling_total, closes_at, updates, entry_key,
       follows, follow_kind, team)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, cauce_at($10), $11, clock_timestamp(), cauce_at($12), clock_timestamp(),
       $13, $14::timestamptz, $15, $16, $17::timestamptz, $18, $19, $20, $21, $22
     returning id`,
    [
      unitId,
      revision.journeyId,
      revision.id,
      kind,
      mode,
      of === 'emergency' ? 0 : of === 'informative' ? 2 : 1,
      mode === 'drill' ? ready : 'waiting',
      audience === undefined ? null : JSON.stringify(audience),
      event === undefined ? null : JSON.stringify(event),
      mode === 'drill' ? (clock?.startsAt ?? Date.now()) : null,
      clock?.scale ?? 1,
      expiresAt ?? null,
      approved?.request ?? null,
      approved?.clock.from ?? null,
      approved?.ceiling?.perDay ?? null,
      approved?.ceiling?.inTotal ?? null,
      approved?.ceiling?.until ?? null,
      approved?.updates?.run ?? null,
      approved?.updates?.inside ?? null,
      follows?.runId ?? null,
      follows?.kind ?? null,
      team ?? false,
    ],
  );
  return rows[0]!.id;
}
