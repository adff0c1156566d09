import { z } from 'zod';
import { ladderMeasures } from '#drizzle/queries/ladder-measures.ts';
import type { LiveCount } from '#drizzle/queries/live-count.ts';
import { channels, messageClasses } from '#engine/journey.ts';
import { ruleSchema } from '#engine/rule/rule.ts';
import { bodyOf, door } from '../../api/door.ts';
import { doorAt } from '../../doors.ts';
import { countStream } from '../count-stream.ts';
import { seenInTens } from '../seen-figures.ts';
import { unitAsked } from '../unit-asked.ts';

const here = { scope: null, action: doorAt('/ask/reach').action };
const rung = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/),
  channel: z.enum(channels),
  to: z.enum(['citizen', 'carer']),
});
const body = z.strictObject({
  rule: ruleSchema,
  rungs: z.array(rung).max(12),
  class: z.enum(messageClasses),
  unit: z.uuid().optional(),
});

/** How many of an audience each attempt of a ladder can reach today, and how many none can. */
export function POST(request: Request): Promise<Response> {
  return door(request, here, async (who) => {
    const read = await bodyOf(request, { body, maxBytes: 256 * 1024 });
    if (!read.ok) return read.answer;
    const { rule, rungs, class: messageClass, unit: named } = read.value;
    const unit = unitAsked(request, who, named);
    if (!unit.ok) return unit.answer;
    const seen = who.may('citizen.list', unit.value) ? (count: LiveCount) => count : seenInTens;
    const carers = rungs.some(({ to }) => to === 'carer');
    const question = { unitId: unit.value, rule, now: Date.now() };
    return countStream(request, question, ladderMeasures(rungs, messageClass), seen, { carers });
  });
}
