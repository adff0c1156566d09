import type { z } from 'zod';
import { fieldProblem } from '#engine/field-problem.ts';
import type { Phrase } from '#engine/node.ts';
import type { Problem } from '#engine/problem.ts';
import type { Desk } from '../desk/desk.ts';
import type { Draft } from './draft.ts';
import type { DraftState } from './draft-store.ts';

/**
 * A way to change a draft, and the only one there is. Each is one file in `designer/commands/` and one line in its
 * index; surfaces run it through a gesture (`gesture.ts`), so that every command can be found on all of them.
 */
export type Command<P = never> = {
  name: string;
  /** The draft afterwards, or why it cannot be done. Pure: ids, places and moments come in the params. */
  apply: (draft: Draft, params: P) => Draft | Problem;
  /** The sentence of the history, as code under `said.` and params; asked of the draft before the change. */
  said: (draft: Draft, params: P) => Phrase;
  /** Changes that give the same answer, one soon after the other, are undone as one. */
  together?: (params: P) => string;
  /** Whether there is something to do it to: menus offer it, and its key works, only then. */
  fits: (state: DraftState) => boolean;
  /** What it is done with when chosen from a menu or by its key, asked for at the desk; null: called off, or done elsewhere. */
  ask: (desk: Desk) => NoInfer<P> | null | Promise<NoInfer<P> | null>;
  /** How it is reached: a gesture on the canvas, the rows of the outline whose menu offers it, and a key. */
  ways: { canvas: string; outline: readonly Row[]; key: string };
};

/** The rows of the outline, by what they stand for. */
export const rows = ['journey', 'steps', 'step', 'way', 'text', 'thread', 'note', 'frame', 'group'] as const;
export type Row = (typeof rows)[number];

/** What it takes to run a command whose params are known. */
export type Doable<P> = Pick<Command<P>, 'name' | 'apply' | 'said' | 'together'>;

/** What a command is given. */
export type ParamsOf<C> = C extends Doable<infer P> ? P : never;

/** Declares a command; its params are inferred from `apply`. */
export function defineCommand<P, const N extends string>(command: Command<P> & { name: N }): Command<P> & { name: N } {
  return command;
}

/** Why a command cannot be done, told by `problems.<code>`. */
export function refuse(code: string, params: Record<string, string | number> = {}, node?: string): Problem {
  return { code, severity: 'error', params, ...(node === undefined ? {} : { node }) };
}

/** Why what was written does not fit its place, in words that can stand beside it. */
export function refuseField({ issues: [issue] }: z.core.$ZodError): Problem {
  const { code, params } = issue ? fieldProblem(issue) : { code: 'field-unreadable' };
  return refuse(code, params);
}

export const isProblem = (result: Draft | Problem): result is Problem => 'severity' in result;
