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
    const seen = who.may('citizen.list', unit.value)
      ? withUnreachable
      : (count: LiveCount) => seenInTens(withUnreachable(count));
    return countStream(request, question, addressMeasures, seen);
  });
}

/** Nobody reaches those whom no address does; of an estimate both bounds are turned round. */
function withUnreachable({ exact, total, counts }: LiveCount): LiveCount {
  const { reachable, ...kinds } = counts;
  if (!reachable) return { exact, total, counts };
  const rest = (whole: number, part: number) => Math.max(0, whole - part);
  const unreachable = exact
    ? { n: total.n - reachable.n, least: total.n - reachable.n, most: total.n - reachable.n }
    : {
        n: rest(total.n, reachable.n),
        least: rest(total.least, reachable.most),
        most: rest(total.most, reachable.least),
      };
  return { exact, total, counts: { ...kinds, unreachable } };
}
