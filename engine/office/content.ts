import { z } from 'zod';
import { channels, followUpKinds, messageClasses, textSchema } from '../journey.ts';
import { ruleSchema } from '../rule/rule.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const moment = z.iso.datetime();
const said = z.record(z.string(), z.record(z.string(), textSchema));
const count = z.int().min(0);

/** Who enters by a launch: the rule and how many it found, with the share by which that may change until they enter. */
const audience = z.strictObject({ rule: ruleSchema, count, tolerance: z.number().min(0).max(1) });
/** How many a standing service may let in, and until when: at most a year, then somebody looks at it again. */
const ceiling = z.strictObject({ perDay: count.min(1), inTotal: count.min(1), until: moment });

/**
 * What a request asks for, frozen to the letter: what is in here is what the approver sees, what she signs is its hash, and
 * the run is held to it. `launch` reaches an audience once; `publish` makes a revision the one to launch or, where
 * `ceiling` says so, opens it for whoever its triggers let in.
 */
export const contentSchema = z.strictObject({
  cauce: z.literal(1),
  request: z.uuid(),
  unit: z.uuid(),
  what: z.enum(['launch', 'publish']),
  /** The revision: `hash` is over its document and its machine (journey-hash.ts). */
  journey: z.strictObject({ slug: z.string(), title: z.string(), revision: z.int().min(1), hash: sha256 }),
  class: z.enum(messageClasses),
  audience: audience.nullable(),
  ceiling: ceiling.nullable(),
  /** What the journey reads as `event.…`: area, note, facts that the texts mention. */
  event: z.record(z.string(), z.unknown()).nullable(),
  /** The first run of those that this one changes; `inside`: under which key people are inside, who then do not enter again. */
  updates: z.strictObject({ run: z.uuid(), inside: z.uuid().nullable() }).nullable(),
  languages: z.array(z.string()).min(1),
  /** language → node → channel → text */
  texts: z.record(z.string(), z.record(z.string(), z.record(z.string(), textSchema))),
  /** What may be told afterwards by one person; `hash` is that of its own small journey. */
  followUps: z.partialRecord(z.enum(followUpKinds), z.strictObject({ said, hash: sha256 })),
  /** The contracts by which messages leave. */
  accounts: z.array(
    z.strictObject({
      slug: z.string(),
      name: z.string(),
      channel: z.enum(channels),
      adapter: z.string(),
      mode: z.enum(['live', 'sandbox']),
      sender: z.string().nullable(),
    }),
  ),
  clock: z.strictObject({
    /** When people enter; null: as soon as it is signed. */
    from: moment.nullable(),
    /** After which nothing leaves; null: what the journey says of each message. */
    until: moment.nullable(),
  }),
  author: z.strictObject({ kind: z.enum(['official', 'key', 'command']), id: z.string(), name: z.string() }),
  askedAt: moment,
  /** By when it must be signed and begun; after that nobody's silence and nobody's signature starts it. */
  lapsesAt: moment,
});
export type Content = z.infer<typeof contentSchema>;
