import { z } from 'zod';
import { addressMeasures } from '#drizzle/queries/audience-count.ts';
import type { LiveCount } from '#drizzle/queries/live-count.ts';
import { ruleSchema } from '#engine/rule/rule.ts';
import { bodyOf, door } from '../../api/door.ts';
import { doorAt } from '../../doors.ts';
import { countStream } from '../count-stream.ts';
import { seenInTens } from '../seen-figures.ts';
import { unitAsked } from '../unit-asked.ts';

const here = { scope: null, action: doorAt('/ask/count').action };
const body = z.strictObject({ rule: ruleSchema, unit: z.uuid().optional() });

/** How many people a rule finds today and what reaches them: an estimate at once, then the exact count, as lines of JSON. */
export function POST(request: Request): Promise<Response> {
  return door(request, here, async (who) => {
    const read = await bodyOf(request, { body, maxBytes: 256 * 1024 });
    if (!read.ok) return read.answer;
    const unit = unitAsked(request, who, read.value.unit);
    if (!unit.ok) return unit.answer;
    const question = { unitId: unit.value, rule: read.value.rule, now: Date.now() };
    const seen = who.may('citizen.list', unit.value) ? (count: LiveCount) => count : seenInTens;
    return countStream(request, question, addressMeasures, seen);
  });
}
