import type { Journey } from '#engine/journey.ts';
import { reads } from '#engine/rule/reads.ts';
import { type Rule, ruleSchema } from '#engine/rule/rule.ts';

/** Whom a journey is for, as far as is known before it runs: the audience of its first trigger that names one, else everybody. */
export function audienceOf({ nodes }: Pick<Journey, 'nodes'>): { rule: Rule; everybody: boolean } {
  for (const { config } of nodes) {
    const read = ruleSchema.safeParse(config['audience']);
    if (read.success && reads(read.data).event.length === 0) return { rule: read.data, everybody: false };
  }
  return { rule: { all: [] }, everybody: true };
}
