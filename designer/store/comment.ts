import { z } from 'zod';

/** What somebody says about a node. The first of a thread is resolved for all of it; the others answer it. */
export const commentSchema = z.strictObject({
  id: z.uuid(),
  node: z.string().max(40),
  /** The first comment of the thread that this one answers. */
  answers: z.uuid().optional(),
  text: z.string().min(1).max(4_000),
  by: z.string().max(200),
  at: z.iso.datetime(),
  resolved: z.strictObject({ by: z.string().max(200), at: z.iso.datetime() }).optional(),
});
export type Comment = z.infer<typeof commentSchema>;

/** The threads that are still open, each under its first comment; all of them must be resolved before asking for approval. */
export function openThreads(comments: Comment[]): Comment[] {
  return comments.filter(({ answers, resolved }) => answers === undefined && resolved === undefined);
}
