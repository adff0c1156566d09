import type { Client } from '@temporalio/client';
import { openTemporal, poke } from '#workflows/client.ts';

/** Has a run looked at now rather than at the relay's next tick; never waited for, since the relay sees the same. */
export function pokeSoon(run: { id: string; lane: number }): void {
  void poke(temporal(), { kind: 'run', runId: run.id, lane: run.lane });
}

/** The same for a request that waits for a signature: whoever is to be called is called now. */
export function pokeRequestSoon(request: { id: string; lane: number }): void {
  void poke(temporal(), { kind: 'request', requestId: request.id, lane: request.lane });
}

function temporal(): Client {
  holder.cauceTemporal ??= openTemporal();
  return holder.cauceTemporal;
}

// Kept on globalThis because a development reload evaluates modules again.
const holder = globalThis as typeof globalThis & { cauceTemporal?: Client };
