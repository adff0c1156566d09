import { unitName } from '#drizzle/queries/unit-name.ts';
import { unitOfJourney } from '#drizzle/queries/units.ts';
import { type FoundMunicipality, municipalitiesCalled } from '#drizzle/requests/find-municipalities.ts';
import { launchAudience } from '#drizzle/requests/launch-audience.ts';
import { newestRevision } from '#drizzle/requests/newest-revision.ts';
import { readRequest } from '#drizzle/requests/request-row.ts';
import { runToUpdate } from '#drizzle/requests/run-to-update.ts';
import { isId } from '#engine/is-id.ts';
import type { Journey } from '#engine/journey.ts';
import { comparisonsOf } from '#engine/rule/reads.ts';
import type { Rule } from '#engine/rule/rule.ts';
import { database } from '../database.ts';

/** What the form begins with. */
export type Begun = {
  unitId: string;
  unit: string;
  journey: Journey;
  /** The journey's own audience. */
  ownRule: Rule;
  places: FoundMunicipality[];
  event: Record<string, unknown>;
  requestId: string | null;
  updates: string | null;
  /** Why it was returned. */
  reason: string | null;
};

type Query = Record<'journey' | 'request' | 'updates', string | string[] | undefined>;

/** Reads from the address what is to be launched: a journey, a request that was returned, or a run that changes. Undefined: nothing chosen yet; null: no such thing in these units. */
export async function readWish(query: Query, units: readonly string[]): Promise<Begun | undefined | null> {
  const { journey: slug, request, updates } = query;
  if (typeof request === 'string') return fromRequest(request, units);
  if (typeof updates === 'string') return fromRun(updates, units);
  if (typeof slug !== 'string') return undefined;
  const unitId = await unitOfJourney(database(), slug, units);
  return unitId === undefined ? null : begin(unitId, slug, {});
}

async function fromRequest(id: string, units: readonly string[]): Promise<Begun | null> {
  const request = isId(id) ? await readRequest(database(), id) : undefined;
  if (!request || !units.includes(request.unitId) || request.wish.what !== 'launch') return null;
  const { slug, audience, event, updates } = request.wish;
  return begin(request.unitId, slug, {
    audience,
    event,
    requestId: id,
    updates: updates ?? null,
    reason: request.reason,
  });
}

async function fromRun(id: string, units: readonly string[]): Promise<Begun | null> {
  const run = isId(id) ? await runToUpdate(database(), id, units) : undefined;
  if (!run) return null;
  const { unitId, slug, audience, event } = run;
  return begin(unitId, slug, { audience: audience ?? undefined, event: event ?? undefined, updates: id });
}

async function begin(
  unitId: string,
  slug: string,
  given: Partial<Pick<Begun, 'requestId' | 'updates' | 'reason' | 'event'>> & { audience?: Rule | undefined },
): Promise<Begun | null> {
  const found = await newestRevision(database(), unitId, slug);
  const ownRule = found && launchAudience(found.journey, undefined);
  if (!found || ownRule === undefined) return null;
  const { audience, event, requestId = null, updates = null, reason = null } = given;
  const codes = audience
    ? comparisonsOf(audience).flatMap((one) => (one.is === 'in-municipality' ? one.value : []))
    : [];
  return {
    unitId,
    unit: await unitName(database(), unitId),
    journey: found.journey,
    ownRule,
    places: await municipalitiesCalled(database(), codes),
    event: event ?? {},
    requestId,
    updates,
    reason,
  };
}
