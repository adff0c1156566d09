import { z } from 'zod';
import type { Adapter } from '../channel.ts';
import { connect } from './connect.ts';
import { readCallback } from './read-callback.ts';

/** What an official fills in for an account that speaks the JSON batch protocol of http-batch.md. */
export const settings = z.object({
  url: z.url({ protocol: /^https?$/ }),
  /** Messages per request; 1 is for providers that take one message at a time. */
  batch: z.int().min(1).max(500).default(500),
  /** Requests under way at once. */
  concurrency: z.int().min(1).max(64).default(4),
  timeoutMs: z.int().min(100).max(120_000).default(20_000),
});

export type Settings = z.output<typeof settings>;

export const httpBatch = {
  slug: 'http-batch',
  channels: ['sms', 'voice', 'push', 'letter', 'email'],
  limits: { batch: 500, concurrency: 4, keysHoldMs: 24 * 3_600_000 },
  settings,
  connect,
  readCallback,
} satisfies Adapter<typeof settings>;
