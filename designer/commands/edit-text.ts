import type { Node, Text } from '#engine/journey.ts';
import { kindOf } from '#engine/nodes/index.ts';
import { nodeInHand } from '../desk/in-hand.ts';
import { defineCommand, refuse } from '../store/command.ts';
import { called } from './called.ts';
import { setIn } from './set-in.ts';

type Edit = { language: string; node: string; channel: string; text: Text | null };

/** Writes what one channel says in one language; null takes the text away. */
export const editText = defineCommand({
  name: 'edit-text',
  apply: (draft, { language, node, channel, text }: Edit) => {
    if (!draft.nodes.some(({ id }) => id === node)) return refuse('no-such-node', { node });
    const path = [language, node, channel];
    const texts = setIn(draft.texts, text === null ? emptied(draft.texts, path) : path, text ?? undefined);
    return { ...draft, texts: texts as typeof draft.texts }; // setIn writes a text where texts stand
  },
  said: (draft, { node, language, channel }) => ({
    code: 'edit-text',
    params: { ...called(draft, node), language, channel },
  }),
  together: ({ language, node, channel }) => `${language} ${node} ${channel}`,
  fits: (state) => speaks(nodeInHand(state)),
  ask: ({ inspect }) => inspect('texts'),
  ways: { canvas: 'inspect-text', outline: ['step', 'text'], key: 't' },
});

const speaks = (node: Node | undefined) => kindOf(node?.kind ?? '')?.speaks !== undefined;

/** The outermost place that holds nothing but this text: an empty record is left out (`asDraft`). */
function emptied(texts: Record<string, Record<string, Record<string, Text>>>, path: string[]): string[] {
  const [language = '', node = '', channel = ''] = path;
  if (Object.keys(texts[language]?.[node] ?? {}).some((other) => other !== channel)) return path;
  return Object.keys(texts[language] ?? {}).some((other) => other !== node) ? [language, node] : [language];
}
