import type { Draft } from '../store/draft.ts';

/**
 * What a node is called in a sentence of the history, under the given name: its title, or `<name>Kind` where it has
 * none, which is said in the reader's language (say-said.ts).
 */
export function called(draft: Draft, id: string, name = 'node'): Record<string, string> {
  const node = draft.nodes.find((one) => one.id === id);
  if (!node) return { [name]: id };
  return node.title ? { [name]: node.title } : { [`${name}Kind`]: node.kind };
}
