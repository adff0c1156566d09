import type { Journey, Node } from './journey.ts';
import type { Ladder } from './ladder.ts';
import type { Problem } from './problem.ts';

/** What is wrong with any ladder: rungs named twice, people without a mobile forgotten, an emergency one after another. */
export function lintLadder(ladder: Ladder, node: Node, journey: Journey): Problem[] {
  const problems: Problem[] = [];
  const place = { node: node.id, path: ['rungs'] };
  const ids = ladder.rungs.map(({ id }) => id);
  for (const id of ids)
    if (['pick', 'asked', 'asking', 'out', 'left'].includes(id) || ids.indexOf(id) !== ids.lastIndexOf(id)) {
      problems.push({ code: 'rung-twice', severity: 'error', ...place, params: { rung: id } });
      break;
    }
  const needsMobile = (channel: string) => channel === 'sms' || channel === 'push';
  if (ladder.rungs.every(({ channel }) => needsMobile(channel)))
    problems.push({ code: 'only-mobile', severity: 'warning', ...place });
  const messageClass = ladder.class ?? journey.class;
  if (messageClass === 'emergency') {
    if (ladder.expires === undefined && journey.expiresAfter === undefined)
      problems.push({ code: 'emergency-without-expiry', severity: 'error', node: node.id, path: ['expires'] });
    if (ladder.order === 'sequential' && ladder.rungs.length > 1)
      problems.push({ code: 'emergency-sequential', severity: 'warning', ...place });
  }
  return problems;
}
