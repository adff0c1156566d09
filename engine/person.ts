import type { Channel } from './journey.ts';
import type { Recipient } from './reading.ts';
import type { Facts } from './rule/read-fact.ts';

/** Core attributes by their names in rules, safety flags as booleans, catalogued attributes under `attributes`. */
export type CitizenFacts = Facts['citizen'];

/** One citizen with those who may be spoken to for them: the guardian or representative, and the carer they named. */
export type Person = {
  id: string;
  citizen: CitizenFacts;
  representative?: CitizenFacts | undefined;
  carer?: CitizenFacts | undefined;
};

/**
 * Whose addresses a rung uses: the citizen's own, a minor's or represented citizen's representative's, or the carer's.
 * Undefined when there is nobody, for the dead, and when somebody else would hear of a protected person. Twin: `addressSql`.
 */
export function recipientOf({ citizen, representative, carer }: Person, to: Recipient): CitizenFacts | undefined {
  if (citizen['deceased'] === true) return undefined;
  const speaksForThemselves = to === 'citizen' && citizen['minor'] !== true && citizen['represented'] !== true;
  if (speaksForThemselves) return citizen;
  const other = to === 'carer' ? carer : representative;
  return citizen['protected'] === true || other?.['deceased'] === true ? undefined : other;
}

/**
 * Where a channel finds the recipient, undefined if it cannot: no address, or the channel is blocked. No protected person
 * is ever called: voicemail is heard by others.
 */
export function addressOf(person: Person, channel: Channel, to: Recipient): string | undefined {
  const recipient = recipientOf(person, to);
  const guarded = person.citizen['protected'] === true || recipient?.['protected'] === true;
  if (!recipient || (channel === 'voice' && guarded)) return undefined;
  if (listOf(recipient['blocked']).includes(channel)) return undefined;
  const found = columns[channel].map((name) => recipient[name]).find((address) => typeof address === 'string');
  return found === '' ? undefined : (found as string | undefined);
}

/** The items of a fact that should be a list. */
export function listOf(fact: unknown): unknown[] {
  return Array.isArray(fact) ? fact : [];
}

const columns = {
  sms: ['mobile'],
  voice: ['landline', 'mobile'],
  email: ['email'],
  push: ['pushToken'],
  letter: ['postalAddress'],
} as const satisfies Record<Channel, readonly string[]>;
