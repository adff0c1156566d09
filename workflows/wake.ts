/** One workflow that Postgres has work for; `head` names the first piece, so that progress can be told from standing still. */
export type Wake = { kind: WakeKind; lane: number; standing: boolean; head: string; target: Target };
export type WakeKind = Target['kind'];
export type Target =
  | { kind: 'run'; runId: string; lane: number }
  | { kind: 'partition'; partitionId: number; runId: string; k: number; lane: number }
  | { kind: 'account'; accountId: number }
  | { kind: 'endpoint'; endpointId: number }
  | { kind: 'request'; requestId: string; lane: number }
  | { kind: 'intake' }
  | { kind: 'webhook'; webhookId: string };

/** The fixed id under which a piece of work is conducted. */
export function workflowIdOf(target: Target): string {
  switch (target.kind) {
    case 'run':
      return `run/${target.runId}`;
    case 'partition':
      return `run/${target.runId}/p/${target.k}`;
    case 'account':
      return `account/${target.accountId}`;
    case 'endpoint':
      return `endpoint/${target.endpointId}`;
    case 'request':
      return `request/${target.requestId}`;
    case 'intake':
      return 'intake';
    case 'webhook':
      return `webhook/${target.webhookId}`;
  }
}

/** Temporal's priority key of a lane: emergency 1, service 3, bulk 5. */
export function priorityOf(lane: number): number {
  return 1 + 2 * Math.min(2, Math.max(0, lane));
}
