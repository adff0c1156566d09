import { attributesOf } from '#engine/attributes-used.ts';
import { allows, checkPurposes, purposeProblem } from '#engine/check/purposes.ts';
import { subjectOf } from '#engine/check/subject.ts';
import type { Problem } from '#engine/problem.ts';
import type { Rule } from '#engine/rule/rule.ts';
import type { Plan } from '../crowd/plan.ts';
import type { Queryable } from '../database.ts';
import { catalogueOf } from './catalogue.ts';

/**
 * Why a revision may not run now, or not for this audience, because of what its attributes are held for today: purposes may
 * have been narrowed since it was published.
 */
export async function purposeProblems(
  database: Queryable,
  unitId: string,
  { journey, compiled }: Pick<Plan, 'journey' | 'compiled'>,
  audience?: Rule,
): Promise<Problem[]> {
  const catalogue = await catalogueOf(database, unitId);
  const refused = audience
    ? attributesOf(audience).filter((name) => !allows(catalogue, name, journey.purposeCode))
    : [];
  return [
    ...checkPurposes(subjectOf(journey, { catalogue }, compiled)),
    ...refused.map((name) => ({ ...purposeProblem(name, journey.purposeCode), path: ['audience'] })),
  ];
}
