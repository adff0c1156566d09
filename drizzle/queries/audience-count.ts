import type { Queryable } from '../database.ts';
import { type AudienceQuestion, audienceMeasures, type Measure, type Measured } from './audience-measures.ts';

/** How many citizens an audience has, how many can be reached by each kind of address, and how many by none. */
export type AudienceCount = {
  total: number;
  mobile: number;
  landline: number;
  email: number;
  push: number;
  post: number;
  unreachable: number;
};

/**
 * Counts an audience exactly. An address counts where a message would be sent to it: not blocked, and the
 * representative's for minors and the represented.
 */
export async function audienceCount(database: Queryable, question: AudienceQuestion): Promise<AudienceCount> {
  return asCount(await audienceMeasures(database, question, addressMeasures));
}

/** What `asCount` reads. */
export const addressMeasures: readonly Measure[] = addressKinds();

export function asCount({ total, counts }: Measured): AudienceCount {
  const { mobile = 0, landline = 0, email = 0, push = 0, post = 0, unreachable = 0 } = counts;
  return { total, mobile, landline, email, push, post, unreachable };
}

function addressKinds(): Measure[] {
  const kinds = [
    ['mobile', 'mobile', 'sms'],
    ['landline', 'landline', 'voice'],
    ['email', 'email', 'email'],
    ['push', 'push_token', 'push'],
    ['post', 'postal_address', 'letter'],
  ] as const;
  const has = (alias: string, column: string, channel: string) =>
    `(coalesce(${alias}.${column}, '') <> '' and not '${channel}' = any(${alias}.blocked))`;
  // A protected person is never called.
  const measures = kinds.map(([name, column, channel]) => ({
    name,
    own: `${has('c', column, channel)}${channel === 'voice' ? ' and not c.protected' : ''}`,
    theirs: `coalesce(${has('r', column, channel)}, false)`,
  }));
  return [...measures, { name: 'unreachable', own: none(measures, 'own'), theirs: none(measures, 'theirs') }];
}

function none(measures: readonly Measure[], speaker: 'own' | 'theirs'): string {
  return `not (${measures.map((measure) => `(${measure[speaker]})`).join(' or ')})`;
}
