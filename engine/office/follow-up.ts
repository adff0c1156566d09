import { type Channel, channels, type FollowUpKind, type Journey, journeySchema, type Said } from '../journey.ts';
import { parseConfig } from '../node-config.ts';
import { kindOf } from '../nodes/index.ts';

/** The node that speaks in a follow-up's journey. */
const speaking = 'say';

/**
 * The journey by which a follow-up reaches those who were handed a message: one ladder over the channels on which the
 * first journey speaks and the follow-up has words, all at once in an emergency. It is lived by the same machinery as any
 * other, so that a correction falls back, holds and is receipted like what it corrects.
 */
export function followUp(journey: Journey, kind: FollowUpKind, said: Said): Journey {
  const spoken = followUpChannels(journey, said);
  return journeySchema.parse({
    cauce: 1,
    slug: journey.slug,
    title: journey.title,
    ...(journey.purpose === undefined ? {} : { purpose: journey.purpose }),
    ...(journey.basis === undefined ? {} : { basis: journey.basis }),
    ...(journey.dir3 === undefined ? {} : { dir3: journey.dir3 }),
    ...(journey.retentionMonths === undefined ? {} : { retentionMonths: journey.retentionMonths }),
    seat: journey.seat,
    class: journey.class,
    languages: journey.languages,
    expiresAfter: journey.expiresAfter ?? { hours: 24 },
    nodes: [
      { id: 'handed', kind: 'launch', config: {} },
      {
        id: speaking,
        kind: 'notify',
        config: {
          order: journey.class === 'emergency' ? 'parallel' : 'sequential',
          rungs: spoken.map((channel) => ({ id: channel, channel, answer: { minutes: 30 } })),
        },
      },
      { id: 'told', kind: 'end', config: { outcome: `${kind}-told` } },
      { id: 'nobody', kind: 'end', config: { outcome: `${kind}-nobody` } },
    ],
    edges: [
      { from: 'handed', port: 'start', to: speaking },
      { from: speaking, port: 'reached', to: 'told' },
      { from: speaking, port: 'nobody', to: 'nobody' },
    ],
    texts: Object.fromEntries(Object.entries(said).map(([language, texts]) => [language, { [speaking]: texts }])),
  });
}

/** The channels of a follow-up, in the order in which the first journey speaks on them. */
export function followUpChannels(journey: Journey, said: Said): Channel[] {
  const written = new Set(Object.values(said).flatMap(Object.keys));
  return channelsOf(journey).filter((channel) => written.has(channel));
}

/** The channels on which a journey speaks, in the order of its nodes. */
export function channelsOf(journey: Journey): Channel[] {
  const spoken = journey.nodes.flatMap((node) => {
    const kind = kindOf(node.kind);
    const config = kind && parseConfig(kind, node);
    return kind && config?.ok ? (kind.speaks?.(config.config) ?? []) : [];
  });
  return channels.filter((channel) => spoken.includes(channel)).sort((a, b) => spoken.indexOf(a) - spoken.indexOf(b));
}
