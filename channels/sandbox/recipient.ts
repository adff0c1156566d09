import { z } from 'zod';
import { INVENTED_DOMAIN } from '#engine/text/invented-contact.ts';

/** What a simulated recipient's provider does at hand-over. `once` variants refuse the first try of a key only. */
export type AtHandOver = 'accepted' | 'refused' | 'temporary-once' | 'throttled-once' | 'unavailable';

/** One thing that happens after acceptance, `afterMs` after the first delay. */
export type Later = { kind: 'delivered' | 'read' | 'failed' | 'reply'; afterMs: number; text?: string };

export type Behaviour = { name: string; atHandOver: AtHandOver; later: readonly Later[]; early?: true };

const DELIVERED: Later = { kind: 'delivered', afterMs: 0 };
const answering = (name: string, text: string): Behaviour => ({
  name,
  atHandOver: 'accepted',
  later: [DELIVERED, { kind: 'reply', afterMs: 3_000, text }],
});

/** Every behaviour by its name; the names are also the endings of invented mailboxes: `ana.silent@ejemplo.invalid`. */
export const BEHAVIOURS = {
  delivered: { name: 'delivered', atHandOver: 'accepted', later: [DELIVERED] },
  read: { name: 'read', atHandOver: 'accepted', later: [DELIVERED, { kind: 'read', afterMs: 2_000 }] },
  refused: { name: 'refused', atHandOver: 'refused', later: [] },
  failed: { name: 'failed', atHandOver: 'accepted', later: [{ kind: 'failed', afterMs: 0 }] },
  temporary: { name: 'temporary', atHandOver: 'temporary-once', later: [DELIVERED] },
  throttled: { name: 'throttled', atHandOver: 'throttled-once', later: [DELIVERED] },
  unavailable: { name: 'unavailable', atHandOver: 'unavailable', later: [] },
  slow: { name: 'slow', atHandOver: 'accepted', later: [{ kind: 'delivered', afterMs: 30_000 }] },
  late: { name: 'late', atHandOver: 'accepted', later: [{ kind: 'delivered', afterMs: 15 * 60_000 }] },
  silent: { name: 'silent', atHandOver: 'accepted', later: [] },
  duplicate: { name: 'duplicate', atHandOver: 'accepted', later: [DELIVERED, { kind: 'delivered', afterMs: 500 }] },
  early: { name: 'early', atHandOver: 'accepted', later: [DELIVERED], early: true },
  'answers-1': answering('answers-1', '1'),
  'answers-2': answering('answers-2', '2'),
  'answers-3': answering('answers-3', '3'),
  'answers-text': answering('answers-text', 'No puedo salir de casa, necesito ayuda'),
} satisfies Record<string, Behaviour>;

export type BehaviourName = keyof typeof BEHAVIOURS;

/** Behaviour of an invented phone by its last two figures; all others are delivered. */
export const BY_LAST_FIGURES: Readonly<Record<string, BehaviourName>> = {
  '81': 'answers-1',
  '82': 'answers-2',
  '83': 'answers-3',
  '84': 'answers-text',
  '85': 'read',
  '90': 'refused',
  '91': 'failed',
  '92': 'temporary',
  '93': 'throttled',
  '94': 'slow',
  '95': 'silent',
  '96': 'duplicate',
  '97': 'late',
  '98': 'early',
  '99': 'unavailable',
};

const chance = z.number().min(0).max(1);

/** How the recipients of an account behave: each by the pattern of its address, or all by chance; what is left over stays silent. */
export const profile = z.union([
  z.literal('by-address'),
  z.object({
    delivered: chance.default(0.9),
    read: chance.default(0),
    failed: chance.default(0.1),
    refused: chance.default(0),
    /** Of those reached, how many answer what. */
    replies: z.record(z.string().max(200), chance).default({}),
    delayMs: z.object({ min: z.number().min(0), max: z.number().min(0) }).default({ min: 1_000, max: 3_000 }),
  }),
]);

export type Profile = z.output<typeof profile>;

/** What this recipient does with one message; `high` and `low` are the halves of the hash of the message's key: the same key always meets the same fate. */
export function behaviourOf(address: string, by: Profile, high: number, low: number): Behaviour {
  return by === 'by-address' ? byAddress(address) : byChance(by, high, low);
}

/** Milliseconds from acceptance to the first thing that happens. */
export function delayOf(by: Profile, high: number, low: number): number {
  const { min, max } = by === 'by-address' ? { min: 1_000, max: 3_000 } : by.delayMs;
  return min + (((high ^ low) >>> 0) / 0x1_0000_0000) * Math.max(0, max - min);
}

const ENDING = new RegExp(
  `(?:^|[.+_])(${Object.keys(BEHAVIOURS).join('|')})@${INVENTED_DOMAIN.replace('.', '\\.')}$`,
  'i',
);

function byAddress(address: string): Behaviour {
  const name = address.includes('@')
    ? (ENDING.exec(address)?.[1]?.toLowerCase() as BehaviourName | undefined)
    : BY_LAST_FIGURES[address.slice(-2)];
  return BEHAVIOURS[name ?? 'delivered'];
}

function byChance(by: Exclude<Profile, string>, high: number, low: number): Behaviour {
  let left = high / 0x1_0000_0000;
  if ((left -= by.refused) < 0) return BEHAVIOURS.refused;
  if ((left -= by.failed) < 0) return BEHAVIOURS.failed;
  if ((left -= by.read) < 0) return replying(by, low) ?? BEHAVIOURS.read;
  if ((left -= by.delivered) < 0) return replying(by, low) ?? BEHAVIOURS.delivered;
  return BEHAVIOURS.silent;
}

function replying(by: Exclude<Profile, string>, low: number): Behaviour | undefined {
  let left = low / 0x1_0000_0000;
  for (const text in by.replies) {
    if ((left -= by.replies[text] as number) < 0) return answering('answers', text);
  }
  return undefined;
}
