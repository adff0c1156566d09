import type { Rule } from '#engine/rule/rule.ts';
import { bind } from './rule-scope.ts';
import { ruleSql } from './rule-sql.ts';

/** Whose citizens, at which moment (SQL giving timestamptz) and with which event in hand (SQL giving
 * jsonb, naming no table of the statement). */
export type AudienceScope = { unitId: string; now: string; sharedEvent?: string; parameters: unknown[] };

/** The condition on `citizen` (as `c`) that picks an audience of one unit; the deceased are in none. */
export function audienceConditionSql(rule: Rule, { unitId, ...scope }: AudienceScope): string {
  const ruleScope = { citizen: 'c', ...scope };
  const unit = bind(ruleScope, unitId, 'uuid');
  return `c.unit_id = ${unit} and not c.deceased and ${ruleSql(rule, ruleScope)}`;
}

/** Select of the ids of an audience's citizens, in no order, for enrolment. */
export function audienceSql(rule: Rule, scope: AudienceScope): string {
  return `select c.id from citizen c where ${audienceConditionSql(rule, scope)}`;
}
