import type { Channel, MessageClass } from './journey.ts';
import type { Rule } from './rule/rule.ts';

/** Who a rung speaks to: the citizen, or the carer whom the citizen named. */
export type Recipient = 'citizen' | 'carer';

/**
 * One yes-or-no question about a member that a guard may ask. Evaluated in SQL for crowds and in memory for walks:
 * `rule` over the facts, `reach` whether a channel can be used, `share` whether the citizen's bucket lies below a bound,
 * `happened` whether an event arrived earlier, `flag` a safety flag of the citizen.
 */
export type Reading =
  | { ask: 'rule'; rule: Rule }
  | { ask: 'reach'; channel: Channel; class: MessageClass; to: Recipient }
  | { ask: 'share'; node: string; below: number }
  | { ask: 'happened'; event: string; rule?: Rule; since: 'run' | 'node'; node: string }
  | { ask: 'flag'; flag: 'deceased' };
