import { bucket } from './bucket.ts';
import { addressOf, listOf, type Person } from './person.ts';
import type { Reading } from './reading.ts';
import { holds } from './rule/holds.ts';

/** What readings are asked of: one citizen, their member's variables, the event in hand, and what was heard since entry. */
export type Standing = {
  person: Person;
  vars: Readonly<Record<string, unknown>>;
  event: unknown;
  heard: readonly { type: string; event: unknown }[];
  /** The journey's slug: splits are drawn from it. */
  seed: string;
  /** Epoch ms. */
  now: number;
  zone: string;
};

/** Whether a reading holds for one member. `readingSql` is its twin for crowds. */
export function evaluate(reading: Reading, standing: Standing): boolean {
  const { person } = standing;
  switch (reading.ask) {
    case 'rule':
      return holds(reading.rule, factsOf(standing));
    case 'reach':
      return (
        addressOf(person, reading.channel, reading.to) !== undefined &&
        (reading.class !== 'informative' || listOf(person.citizen['consents']).includes(reading.channel))
      );
    case 'share':
      return bucket(standing.seed, reading.node, person.id) < reading.below;
    case 'happened': {
      const { rule } = reading;
      return standing.heard.some(
        ({ type, event }) => type === reading.event && (!rule || holds(rule, factsOf({ ...standing, event }))),
      );
    }
    case 'flag':
      return person.citizen[reading.flag] === true;
  }
}

/** The facts that a rule is asked about. */
export function factsOf({ person, vars, event, now, zone }: Omit<Standing, 'heard' | 'seed'>) {
  return { citizen: person.citizen, member: vars, event, now, zone };
}
