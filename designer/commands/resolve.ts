import { nodeInHand } from '../desk/in-hand.ts';
import { defineCommand, refuse } from '../store/command.ts';
import type { Comment } from '../store/comment.ts';
import type { DraftState } from '../store/draft-store.ts';
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
  fits: (state) => threadsOf(state).length > 0,
  ask: async ({ state, choose, say, me, now }) => {
    const threads = threadsOf(state());
    const key =
      threads.length === 1
        ? threads[0]?.id
        : await choose(
            say('ask.thread'),
            threads.map(({ id, text, by }) => ({ key: id, title: text, meta: by })),
          );
    const thread = threads.find(({ id }) => id === key);
    return thread ? { comment: thread.id, resolved: thread.resolved ? null : { by: me, at: now() } } : null;
  },
  ways: { canvas: 'close-thread', outline: ['step', 'thread'], key: 'Shift+m' },
});

/** The threads of the node in hand, open ones first. */
function threadsOf(state: DraftState): Comment[] {
  const node = nodeInHand(state);
  const threads = state.draft.comments.filter((one) => one.node === node?.id && one.answers === undefined);
  return threads.toSorted((a, b) => Number(a.resolved !== undefined) - Number(b.resolved !== undefined));
}
