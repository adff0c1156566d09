import { attributesUsed } from '#engine/attributes-used.ts';
import { subjectOf } from '#engine/check/subject.ts';
import type { Plan } from './plan.ts';

/**
 * The question whether something that a journey uses is no longer held for its purpose, as one row `found`; the run is $3.
 * Asked at every claim, since purposes may be narrowed while messages wait.
 */
export function otherPurposeSql(plan: Plan, bound: (value: unknown, type: string) => string): string {
  return `select exists (
      select from attribute a join run on run.unit_id = a.unit_id
      where run.id = $3 and a.name = any(${bound(usedBy(plan), 'text[]')}) and a.purposes is not null
        and not coalesce(${bound(plan.journey.purposeCode ?? null, 'text')} = any(a.purposes), false)) as found`;
}

/** The attributes a revision uses; found once, for a claim is made many times a second. */
function usedBy(plan: Plan): string[] {
  const known = used.get(plan);
  if (known) return known;
  const uses = attributesUsed(subjectOf(plan.journey, { catalogue: [] }, plan.compiled));
  const names = [...new Set(uses.map(({ attribute }) => attribute))];
  used.set(plan, names);
  return names;
}

const used = new WeakMap<Plan, string[]>();
