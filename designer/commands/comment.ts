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
  ways: { canvas: 'write-comment', outline: 'comment-row', key: 'm' },
});
