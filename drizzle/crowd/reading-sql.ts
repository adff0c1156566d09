import type { Reading } from '#engine/reading.ts';
import { addressSql } from './address-sql.ts';
import { bind, type RuleScope } from './rule-scope.ts';
import { ruleSql } from './rule-sql.ts';

/** What a reading is evaluated against: aliases `c` (citizen), `r` (representative), `k` (carer), the member's row, the run. */
export type ReadingScope = RuleScope & { member: string; seed: string };

/** The reading as a boolean SQL expression that is never null: the twin of engine/evaluate.ts. */
export function readingSql(reading: Reading, scope: ReadingScope): string {
  switch (reading.ask) {
    case 'rule':
      return ruleSql(reading.rule, scope);
    case 'reach':
      return reachSql(reading.channel, reading.class === 'informative', reading.to);
    case 'share':
      return `(cauce_bucket(${bind(scope, `${scope.seed}/${reading.node}/`, 'text')} || coalesce(c.copy_of, c.id)::text) < ${bind(scope, reading.below, 'float8')})`;
    case 'happened':
      return happenedSql(reading, scope);
    case 'flag':
      return `c.${reading.flag}`;
  }
}

function reachSql(channel: string, needsConsent: boolean, to: 'citizen' | 'carer'): string {
  const address = addressSql(channel, to);
  return `coalesce(${address} <> '', false)${needsConsent ? ` and '${channel}' = any(c.consents)` : ''}`;
}

/** Every event that a member hears is in their log, on the run's own clock; so looking back is looking there. */
function happenedSql(reading: Extract<Reading, { ask: 'happened' }>, scope: ReadingScope): string {
  const rule = reading.rule
    ? ` and ${ruleSql(reading.rule, { ...scope, event: 'past.data', sharedEvent: undefined })}`
    : '';
  return `exists (select from log past where past.member_id = ${scope.member}.id
    and past.note = ${bind(scope, `event.${reading.event}`, 'text')}${rule})`;
}
