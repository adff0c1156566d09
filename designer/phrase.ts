import type { Journey } from '#engine/journey.ts';
import { parseConfig } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import { type Say, sayList, sayName, sayPhrase } from './say.ts';

/** La frase: the journey as a paragraph; each piece belongs to the node it tells of. */
export type PhrasePiece = { node: string; text: string };

/**
 * Tells a journey in the order people live it: starts, then what follows, breadth first; ends are told last, together. Of
 * more pieces than `most` only the first have their words.
 */
export function phrase(say: Say, journey: Journey, most = Number.POSITIVE_INFINITY): PhrasePiece[] {
  const nodes = inOrder(journey);
  const ends = nodes.filter(({ kind }) => kind === 'end');
  let told = 0;
  const pieces = nodes
    .filter(({ kind }) => kind !== 'end')
    .flatMap((node): PhrasePiece[] => {
      const kind = kindOf(node.kind);
      const config = kind && parseConfig(kind, node);
      if (!kind || !config?.ok) return [];
      if (++told > most) return [{ node: node.id, text: '' }];
      const { code, params } = kind.summary(config.config);
      const title = node.title ?? sayName(say, 'kind', node.kind);
      const key = `phrase.${code}`;
      const summary = sayPhrase(say, { code, params });
      return [{ node: node.id, text: say.has(key) ? say(key, { title, summary }) : summary }];
    });
  const [first] = ends;
  if (!first) return pieces;
  const outcomes = [
    ...new Set(ends.map((node) => node.title ?? sayName(say, 'outcome', String(node.config['outcome'] ?? '')))),
  ];
  const list = sayList(say, outcomes, 'disjunction');
  return [...pieces, { node: first.id, text: say('phrase.ends', { outcomes: list }) }];
}

function inOrder(journey: Journey): Journey['nodes'] {
  const incoming = new Set(journey.edges.map(({ to }) => to));
  const queue = journey.nodes.filter(({ id }) => !incoming.has(id)).map(({ id }) => id);
  const seen = new Set<string>(queue);
  for (let i = 0; i < queue.length; i++)
    for (const { from, to } of journey.edges)
      if (from === queue[i] && !seen.has(to)) {
        seen.add(to);
        queue.push(to);
      }
  const byId = new Map(journey.nodes.map((node) => [node.id, node]));
  return queue.flatMap((id) => byId.get(id) ?? []);
}
