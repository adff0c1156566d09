import type { Journey } from '#engine/journey.ts';
import { parseConfig } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import type { Rule } from '#engine/rule/rule.ts';

/** Who enters by a launch: those wished for, else those of the launch trigger, else everyone; undefined: nobody launches it. */
export function launchAudience(journey: Journey, wished: Rule | undefined): Rule | undefined {
  const trigger = journey.nodes.find(({ kind }) => kind === 'launch');
  if (!trigger) return undefined;
  const config = parseConfig(kindOf('launch')!, trigger);
  const own = config.ok ? (config.config as { audience?: Rule }).audience : undefined; // the kind's own schema has read it
  return wished ?? own ?? { all: [] };
}
