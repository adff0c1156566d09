import type { Problem } from '../problem.ts';
import { type Action, type Grant, may } from './permission.ts';

export const requestStatuses = [
  'draft',
  'waiting',
  'approved',
  'returned',
  'rejected',
  'withdrawn',
  'expired',
] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** One way to move a request: from where, to where, and what whoever does it must be allowed to; null: only Cauce itself. */
type Step = {
  from: readonly RequestStatus[];
  to: RequestStatus;
  action: Action | null;
  /** Asks to say why. */
  reason?: true;
  /** Never done by whoever wrote any of it. */
  byAnother?: true;
};

/** Every way a request can move. Silence moves it to `expired` and nowhere else. */
export const requestActs = {
  edit: { from: ['draft', 'returned'], to: 'draft', action: 'run.ask-to-launch' },
  ask: { from: ['draft', 'returned'], to: 'waiting', action: 'run.ask-to-launch' },
  withdraw: { from: ['draft', 'waiting', 'returned'], to: 'withdrawn', action: 'run.ask-to-launch' },
  approve: { from: ['waiting'], to: 'approved', action: 'request.decide', byAnother: true },
  return: { from: ['waiting'], to: 'returned', action: 'request.decide', reason: true },
  reject: { from: ['waiting'], to: 'rejected', action: 'request.decide', reason: true },
  /** The people or the contracts are no longer those that were signed: somebody has to look again. */
  hold: { from: ['approved'], to: 'waiting', action: null },
  lapse: { from: ['waiting'], to: 'expired', action: null },
} as const satisfies Record<string, Step>;
export type RequestAct = keyof typeof requestActs;

/** Who moves a request: an official with what they may do, an API key (it can ask, never decide), or Cauce itself. */
export type Mover = { kind: 'official'; id: string; grants: readonly Grant[] } | { kind: 'key'; id: string } | 'cauce';

/** What of a request decides who may move it; `writers` are the ids of everyone whose hand is in its content. */
export type Movable = { status: RequestStatus; unitId: string; what: 'launch' | 'publish'; writers: readonly string[] };

/**
 * Where an act moves a request, or every reason why not. The author never approves, nor does anyone who edited it.
 * Problems: request-state, permission-missing, own-request, reason-needed.
 */
export function moveRequest(
  request: Movable,
  act: RequestAct,
  by: Mover,
  reason = '',
): { ok: true; status: RequestStatus } | { ok: false; problems: Problem[] } {
  const step: Step = requestActs[act];
  const problems: Problem[] = [];
  const refuse = (code: string, params: Problem['params'] = {}) => problems.push({ code, severity: 'error', params });
  if (!isAllowed(step, request, by)) refuse('permission-missing', { permission: step.action ?? act });
  if (!step.from.includes(request.status)) refuse('request-state', { act, status: request.status });
  if (step.byAnother && by !== 'cauce' && request.writers.includes(by.id)) refuse('own-request');
  if (step.reason && reason.trim().length < 3) refuse('reason-needed');
  return problems.length > 0 ? { ok: false, problems } : { ok: true, status: step.to };
}

function isAllowed({ action, byAnother }: Step, { unitId, what }: Movable, by: Mover): boolean {
  if (by === 'cauce') return action === null;
  if (action === null) return false;
  // A key stands for a program of the unit: it may ask like any author. Whoever decides is a person with a key in hand.
  if (by.kind === 'key') return action !== 'request.decide' && !byAnother;
  const asked = what === 'publish' && action === 'run.ask-to-launch' ? 'journey.ask-to-publish' : action;
  return may(by.grants, asked, unitId);
}
