import type { When } from '#engine/when/when-reached.ts';
import type { CardProblems } from '#ui/card.tsx';
import { titleOf } from '../desk/options.ts';
import type { WordedCard } from '../draw-card.ts';
import { sayRange } from '../ruler/say-span.ts';
import type { Say } from '../say.ts';
import type { Draft } from '../store/draft.ts';

type About = { draft: Pick<Draft, 'nodes' | 'edges'>; when: When | undefined; problems: CardProblems | undefined };

/** A card for who does not see it: what it is, what it does, when, where each way out leads, and what is wrong with it. */
export function cardLabel(say: Say, card: WordedCard, { draft, when, problems }: About): string {
  const titles = new Map(draft.nodes.map((node) => [node.id, titleOf(say, node)]));
  const ways = card.ports.map(({ id, label }) => {
    const to = draft.edges.find(({ from, port }) => from === card.id && port === id)?.to;
    return to === undefined
      ? say('canvas.wayOpen', { way: label })
      : say('canvas.wayTo', { way: label, node: titles.get(to) ?? to });
  });
  const face = card.face?.face === 'clock' ? card.face.label : '';
  return [
    card.title === card.kindName ? card.kindName : say('canvas.titled', { kind: card.kindName, title: card.title }),
    (card.summary || face).replace(/\.$/, ''),
    when ? sayRange(say, when.earliest, when.latest) : say('canvas.unreached'),
    ...ways,
    problems?.label ?? '',
  ]
    .filter(Boolean)
    .join('. ');
}
