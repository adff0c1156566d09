import type { z } from 'zod';
import type { Action } from '#engine/office/permission.ts';
import type { Problem } from '#engine/problem.ts';
import type { Transaction } from '../database.ts';

/** What came of a change: nothing more to say, an address to hand over once, or why it cannot be. */
export type Applied = { ok: true; invitation?: string } | { ok: false; problem: Problem };

/** A change as it is being done: whose unit, what, by whom; `id` and `alone` are what the audit says of it. */
export type Confirmed<Detail> = {
  id: string;
  unitId: string;
  detail: Detail;
  askedBy: string;
  decidedBy: string;
  alone: boolean;
};

/** One kind of change that takes two people: what it needs to know, who may ask for it and confirm it, what it does. */
export type ChangeKind<Detail = unknown> = {
  action: Action;
  detail: z.ZodType<Detail>;
  /** Who gets something by it, and therefore may not be the one to confirm it. */
  gains?: (detail: Detail) => string | undefined;
  apply: (tx: Transaction, change: Confirmed<Detail>) => Promise<Applied>;
};

/** Keeps the type of a kind's detail between its schema and its work. */
export const defineChange = <Detail>(kind: ChangeKind<Detail>): ChangeKind<Detail> => kind;

export const refusedChange = (code: string, params?: Record<string, string | number>): Applied => ({
  ok: false,
  problem: { code, severity: 'error', ...(params && { params }) },
});
