import { openTemporal, pokeRun } from '#workflows/client.ts';

/** Has a run looked at now; a Temporal that is away is no failure, since the relay sees the same by itself. */
export async function pokeNow(run: { id: string; lane: number }): Promise<void> {
  const client = openTemporal();
  await pokeRun(client, run);
  await client.connection.close();
}
