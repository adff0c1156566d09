import { z } from 'zod';
import { followUpKinds, textSchema } from '../journey.ts';
import { ruleSchema } from '../rule/rule.ts';

const slug = z.string().min(1).max(63);
const moment = z.iso.datetime({ offset: true });
const count = z.int().min(1).max(100_000_000);
const said = z.record(z.string(), z.record(z.string(), textSchema));

/** A launch as it is asked for: what is left out is as the journey says. */
const launch = z.strictObject({
  what: z.literal('launch'),
  slug,
  audience: ruleSchema.optional(),
  event: z.record(z.string(), z.unknown()).optional(),
  /** Words to be told afterwards, in place of those that the journey brings. */
  followUps: z.partialRecord(z.enum(followUpKinds), said).optional(),
  /** When people enter, where not at once; and after which moment nothing leaves any more. */
  from: moment.optional(),
  until: moment.optional(),
  /** The run that this one changes. */
  updates: z.uuid().optional(),
});

/** A publication as it is asked for; `ceiling` for a service that will stand open. */
const publish = z.strictObject({
  what: z.literal('publish'),
  slug,
  ceiling: z.strictObject({ perDay: count, inTotal: count, until: moment }).optional(),
});

/** What somebody asks for, until it is frozen into a content. */
export const wishSchema = z.discriminatedUnion('what', [launch, publish]);
export type Wish = z.infer<typeof wishSchema>;
export type LaunchWish = z.infer<typeof launch>;
export type PublishWish = z.infer<typeof publish>;
