import { nodeInHand } from '../desk/in-hand.ts';
import { defineCommand, refuse } from '../store/command.ts';
import type { Comment } from '../store/comment.ts';
import { called } from './called.ts';

/** Says something about a node, or answers what was said. */
export const comment = defineCommand({
  name: 'comment',
  apply: (draft, said: Comment) => {
    if (!draft.nodes.some(({ id }) => id === said.node)) return refuse('no-such-node', { node: said.node });
    if (draft.comments.some(({ id }) => id === said.id)) return draft;
    return { ...draft, comments: [...draft.comments, said] };
  },
  said: (draft, { node }) => ({ code: 'comment', params: called(draft, node) }),
  fits: (state) => nodeInHand(state) !== undefined,
  ask: async ({ state, write, say, me, now, uuid }) => {
    const node = nodeInHand(state());
    const text = node && (await write(say('ask.comment'), { label: say('ask.commentLabel'), lines: 4, most: 4_000 }));
    return node && text?.trim() ? { id: uuid(), node: node.id, text, by: me, at: now() } : null;
  },
  ways: { canvas: 'write-comment', outline: ['step'], key: 'm' },
});
