import { defineCommand, refuse } from '../store/command.ts';
import type { Comment } from '../store/comment.ts';
import { called } from './called.ts';

/** Closes a thread of comments, or opens it again. */
export const resolve = defineCommand({
  name: 'resolve',
  apply: (draft, { comment, resolved }: { comment: string; resolved: Comment['resolved'] | null }) => {
    const at = draft.comments.findIndex(({ id }) => id === comment);
    const first = draft.comments[at];
    if (!first) return refuse('no-such-comment');
    const { resolved: _, ...open } = first;
    return { ...draft, comments: draft.comments.with(at, resolved ? { ...open, resolved } : open) };
  },
  said: (draft, { comment, resolved }) => ({
    code: resolved ? 'resolve' : 'reopen',
    params: called(draft, draft.comments.find(({ id }) => id === comment)?.node ?? ''),
  }),
  ways: { canvas: 'close-thread', outline: 'close-thread-row', key: 'Shift+M' },
});
