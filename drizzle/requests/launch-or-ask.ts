import { needsRequest, type RequestReason } from '#engine/office/needs-request.ts';
import type { Wish, WishedLaunch, WishedPublication } from '#engine/office/wish.ts';
import type { Problem } from '#engine/problem.ts';
import { auditedLaunch } from '../audit/audited-launch.ts';
import { type Joinable, type Transaction, transaction } from '../database.ts';
import type { LaunchWish } from '../queries/launch-journey.ts';
import { type Asker, askRequest } from './ask-request.ts';
import { audienceSize } from './audience-size.ts';
import { launchAudience } from './launch-audience.ts';
import { newestRevision } from './newest-revision.ts';
import { unitPolicy } from './unit-policy.ts';

/** A launch as anybody may wish for it; what only a request needs counts where one comes of it. */
export type AnyLaunch = LaunchWish & {
  followUps?: WishedLaunch['followUps'];
  ceiling?: WishedPublication['ceiling'];
  from?: string | undefined;
  updates?: string | undefined;
  note?: string | undefined;
};
export type LaunchedOrAsked =
  | { ok: true; runId: string }
  | { ok: true; requestId: string; reason: RequestReason; lane: number }
  | { ok: false; problems: Problem[] };

/**
 * Launches a journey where one person may, else asks for a signature: the one way in for pages, programs and the command
 * line. Whatever is launched past it meets the gate.
 */
export async function launchOrAsk(database: Joinable, wish: AnyLaunch, asker: Asker): Promise<LaunchedOrAsked> {
  return transaction(database, async (tx) => {
    const reason = await reasonToAsk(tx, wish);
    if (reason === null) return auditedLaunch(tx, { kind: asker.by.kind, id: asker.by.id }, wish);
    const asked = await askRequest(tx, {
      unitId: wish.unitId,
      asker,
      note: wish.note,
      ...(await asWish(tx, wish, reason)),
    });
    return asked.ok ? { ok: true, requestId: asked.requestId, reason, lane: asked.lane } : asked;
  });
}

/** Null also where there is nothing to launch: launching says so in its own words. */
async function reasonToAsk(
  tx: Transaction,
  { unitId, slug, mode, team, ...wish }: AnyLaunch,
): Promise<RequestReason | null> {
  if (mode === 'drill' || team) return null;
  const found = await newestRevision(tx, unitId, slug);
  if (!found) return null;
  const rule = wish.standing ? undefined : launchAudience(found.journey, wish.audience);
  const { requestAbove: limit } = await unitPolicy(tx, unitId);
  const people = rule ? await audienceSize(tx, { unitId, rule, event: wish.event }) : 0;
  return needsRequest(found.journey, { mode, standing: rule === undefined, people, limit });
}

async function asWish(tx: Transaction, launch: AnyLaunch, reason: RequestReason) {
  const { unitId, slug, audience, event, followUps, from, updates, expiresAt, ceiling, standing } = launch;
  const found = await newestRevision(tx, unitId, slug);
  const stands = standing || !found || launchAudience(found.journey, audience) === undefined;
  if (stands && reason !== 'large')
    return { wish: { what: 'publish', slug, ceiling } satisfies Wish, document: found?.journey };
  const until = expiresAt === undefined ? undefined : new Date(expiresAt).toISOString();
  return { wish: { what: 'launch', slug, audience, event, followUps, from, updates, until } satisfies Wish };
}
