import { z } from 'zod';
import { messageStatuses } from './message-status.ts';

const facts = z.record(z.string().max(120), z.unknown());
const visit = z.number().int().min(1).optional();

/** What may happen to somebody on their way. A receipt, task or call without `visit` is of the newest. */
export const happeningSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('receipt'),
    node: z.string().max(60),
    rung: z.string().max(60),
    status: z.enum(messageStatuses),
    visit,
  }),
  z.object({ type: z.literal('reply'), text: z.string().max(2_000) }),
  z.object({ type: z.literal('event'), event: z.string().max(120), data: facts.optional() }),
  z.object({ type: z.literal('task'), node: z.string().max(60), outcome: z.string().max(60), visit }),
  z.object({
    type: z.literal('call'),
    node: z.string().max(60),
    outcome: z.enum(['success', 'failed']),
    answer: z.unknown().optional(),
    visit,
  }),
  z.object({ type: z.literal('attributes'), changed: facts }),
]);
export type Happening = z.infer<typeof happeningSchema>;
