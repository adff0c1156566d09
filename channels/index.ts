import type { Adapter } from './channel.ts';
import { httpBatch } from './http-batch/http-batch.ts';
import { smtp } from './smtp/smtp.ts';

/** The list of adapters: a provider is one folder and one line here. */
export const adapters = [httpBatch, smtp] as const satisfies readonly Adapter[];

/** The adapter with this slug, or undefined. */
export function adapterOf(slug: string): Adapter | undefined {
  return (adapters as readonly Adapter[]).find((adapter) => adapter.slug === slug);
}
