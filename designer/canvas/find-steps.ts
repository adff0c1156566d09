import type { WordedCard } from '../draw-card.ts';
import type { Draft } from '../store/draft.ts';

/** The steps in which what is typed appears, in title, kind, summary, note, name or any text; accents and capitals aside. */
export function findSteps(
  query: string,
  draft: Pick<Draft, 'nodes' | 'texts'>,
  cards: readonly WordedCard[],
): string[] {
  const wanted = plain(query.trim());
  if (wanted === '') return [];
  const notes = new Map(draft.nodes.map(({ id, note = '' }) => [id, note]));
  return cards
    .filter(({ id, title, kindName, summary, ports }) => {
      const texts = Object.values(draft.texts).flatMap((nodes) =>
        Object.values(nodes[id] ?? {}).flatMap(({ subject = '', body }) => [subject, body]),
      );
      const ways = ports.map(({ label }) => label);
      return plain([id, title, kindName, summary, notes.get(id) ?? '', ...ways, ...texts].join(' ')).includes(wanted);
    })
    .map(({ id }) => id);
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
