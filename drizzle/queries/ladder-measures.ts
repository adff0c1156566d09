import type { Channel, MessageClass } from '#engine/journey.ts';
import type { Measure } from './audience-measures.ts';

/** One attempt of a ladder, as reach is asked of it. */
export type ReachedBy = { id: string; channel: Channel; to: 'citizen' | 'carer' };

/**
 * Of each attempt, by its id: for whom it can be tried today, and (`first:<id>`) for whom it is the first that can;
 * `nobody`: whom none of them reaches. As `evaluate` reads `reach`: an address, nothing blocked, consent where the class
 * asks for it.
 */
export function ladderMeasures(rungs: readonly ReachedBy[], messageClass: MessageClass): Measure[] {
  const reach = rungs.map((rung) => ({
    name: rung.id,
    own: reachSql(rung, 'own', messageClass),
    theirs: reachSql(rung, 'theirs', messageClass),
  }));
  const first = reach.map(({ name, own, theirs }, i) => ({
    name: `first:${name}`,
    own: [own, ...reach.slice(0, i).map((earlier) => `not ${earlier.own}`)].join(' and '),
    theirs: [theirs, ...reach.slice(0, i).map((earlier) => `not ${earlier.theirs}`)].join(' and '),
  }));
  const any = (speaker: 'own' | 'theirs') => reach.map((rung) => rung[speaker]).join(' or ') || 'false';
  return [...reach, ...first, { name: 'nobody', own: `not (${any('own')})`, theirs: `not (${any('theirs')})` }];
}

function reachSql({ channel, to }: ReachedBy, speaker: 'own' | 'theirs', messageClass: MessageClass): string {
  const consent = messageClass === 'informative' ? ` and '${channel}' = any(c.consents)` : '';
  const carer = to === 'carer';
  const alias = carer ? 'k' : speaker === 'own' ? 'c' : 'r';
  const has = columns[channel].map((column) => `coalesce(${alias}.${column}, '') <> ''`).join(' or ');
  const guards = [
    `(${has})`,
    `not '${channel}' = any(${alias}.blocked)`,
    ...(carer ? ['not c.protected', 'not k.deceased'] : []),
    // A protected person, whether spoken to or speaking for another, is never called: voicemail is heard by others.
    ...(channel === 'voice' ? ['not c.protected', `not ${alias}.protected`] : []),
  ];
  return `coalesce(${guards.join(' and ')}${consent}, false)`;
}

const columns: Record<Channel, readonly string[]> = {
  sms: ['mobile'],
  voice: ['landline', 'mobile'],
  email: ['email'],
  push: ['push_token'],
  letter: ['postal_address'],
};
