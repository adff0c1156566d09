import type { Client } from '@temporalio/client';
import { openTemporal, poke } from '#workflows/client.ts';
import { type SystemState, systemState } from '#workflows/system-state.ts';

/** Has a run looked at now rather than at the relay's next tick; never waited for, since the relay sees the same. */
export function pokeSoon(run: { id: string; lane: number }): void {
  void poke(client(), { kind: 'run', runId: run.id, lane: run.lane });
}

/** The same for a request that waits for a signature: whoever is to be called is called now. */
export function pokeRequestSoon(request: { id: string; lane: number }): void {
  void poke(client(), { kind: 'request', requestId: request.id, lane: request.lane });
}

/** How the time-keeping half stands now; says so when it cannot be asked. */
export function systemNow(): Promise<SystemState> {
  return systemState(client());
}

function client(): Client {
  holder.cauceTemporal ??= openTemporal();
  return holder.cauceTemporal;
}

// Kept on globalThis because a development reload evaluates modules again.
const holder = globalThis as typeof globalThis & { cauceTemporal?: Client };
