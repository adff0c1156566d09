'use server';

import { audienceCount } from '#drizzle/queries/audience-count.ts';
import { unitOfJourney } from '#drizzle/queries/units.ts';
import { type FoundMunicipality, findMunicipalities } from '#drizzle/requests/find-municipalities.ts';
import { newestRevision } from '#drizzle/requests/newest-revision.ts';
import { unitPolicy } from '#drizzle/requests/unit-policy.ts';
import { needsRequest } from '#engine/office/needs-request.ts';
import { may, unitsWhere } from '#engine/office/permission.ts';
import { type Rule, ruleSchema } from '#engine/rule/rule.ts';
import { act } from '../act.ts';
import { database } from '../database.ts';
import type { Counted } from './counted.ts';

/** Counts an audience while the form is filled in; null for a rule that cannot be read, or a journey out of reach. */
export const countLaunch = act(
  'launch.count',
  async (official, slug: string, rule: Rule, event: Record<string, unknown>): Promise<Counted | null> => {
    const unitId = await unitOfJourney(database(), slug, unitsWhere(official.grants, 'run.drill'));
    const read = ruleSchema.safeParse(rule);
    const found = unitId && (await newestRevision(database(), unitId, slug));
    if (!unitId || !found || !read.success) return null;
    const { total, unreachable } = await audienceCount(database(), {
      unitId,
      rule: read.data,
      now: Date.now(),
      event,
    });
    const { requestAbove: limit } = await unitPolicy(database(), unitId);
    const needs = needsRequest(found.journey, { mode: 'live', standing: false, people: total, limit });
    const exact = may(official.grants, 'citizen.list', unitId);
    const shown = (n: number) => (exact ? n : Math.round(n / 10) * 10);
    return { total: shown(total), unreachable: shown(unreachable), exact, needs };
  },
);

/** Municipalities by what was typed of their name. */
export const findPlaces = act('launch.find-places', async (_, typed: string): Promise<FoundMunicipality[]> => {
  return typed.trim().length < 2 ? [] : findMunicipalities(database(), typed.slice(0, 60));
});
