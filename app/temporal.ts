import type { Client } from '@temporalio/client';
import { openTemporal, pokeRun } from '#workflows/client.ts';

/** Has a run looked at now rather than at the relay's next tick; never waited for, since the relay sees the same. */
export function pokeSoon(run: { id: string; lane: number }): void {
  holder.cauceTemporal ??= openTemporal();
  void pokeRun(holder.cauceTemporal, run);
}

// Kept on globalThis because a development reload evaluates modules again.
const holder = globalThis as typeof globalThis & { cauceTemporal?: Client };
