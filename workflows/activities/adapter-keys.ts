import { adapters } from '#channels/index.ts';

/** How long each adapter's provider remembers an idempotency key, in ms; 0: it does not. */
export function adapterKeys(): { adapter: string; keysHoldMs: number }[] {
  return adapters.map(({ slug, limits }) => ({ adapter: slug, keysHoldMs: limits.keysHoldMs }));
}
