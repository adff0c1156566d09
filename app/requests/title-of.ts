import { type Say, sayName } from '#designer/say.ts';
import type { Journey } from '#engine/journey.ts';

/** What a place of texts is called: its node's title, else its kind; a follow-up by what it is. */
export function titleOf(t: Say, journey: Journey | undefined, node: string): string {
  if (node.startsWith('@')) return t(`followUp.${node.slice(1)}`);
  const drawn = journey?.nodes.find(({ id }) => id === node);
  return drawn ? (drawn.title ?? sayName(t, 'kind', drawn.kind)) : node;
}
