import { z } from 'zod';
import { durationSchema } from '../time/duration.ts';
import { happeningSchema } from './happening.ts';

const facts = z.record(z.string().max(120), z.unknown());
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);

/**
 * A walk kept as a named test of its journey: an invented person, what happens to them, each so long after they entered,
 * and how it ends. `check` walks it again, and a journey whose walks end otherwise is not published.
 */
export const savedWalkSchema = z.strictObject({
  id,
  title: z.string().min(1).max(200),
  trigger: z.string().max(60),
  starts: z.iso.datetime({ offset: true }),
  event: facts.optional(),
  person: z.strictObject({
    /** By which splits divide; left out: the one that all invented people share. */
    id: z.string().max(60).optional(),
    citizen: facts,
    carer: facts.optional(),
    representative: facts.optional(),
  }),
  happens: z.array(z.intersection(z.object({ after: durationSchema }), happeningSchema)).max(300),
  /** How long after entering they are looked at. */
  lasts: durationSchema,
  ends: z.strictObject({
    /** Null: they are still inside, at the node `at`. */
    outcome: z.string().max(63).nullable(),
    at: z.string().max(60).optional(),
    /** What they were sent on the way, in order; left out: whatever it is. */
    receives: z
      .array(z.strictObject({ node: z.string().max(60), channel: z.string().max(20) }))
      .max(500)
      .optional(),
  }),
});
export type SavedWalk = z.infer<typeof savedWalkSchema>;
