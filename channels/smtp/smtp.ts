import { z } from 'zod';
import type { Adapter } from '../channel.ts';
import { connect } from './connect.ts';
import { readCallback } from './read-callback.ts';

/** What an official fills in for a mail relay. */
export const settings = z.object({
  host: z.string().min(1),
  port: z.int().min(1).max(65_535).default(587),
  /** `starttls` refuses to go on without encryption; `none` is for a relay on the same machine. */
  security: z.enum(['starttls', 'tls', 'none']).default('starttls'),
  /** Login; the account's id when absent. The password is the account's secret. */
  user: z.string().min(1).optional(),
  /** Sender of messages that name none: `Nombre <buzon@dominio>` or only the address. */
  from: z.string().min(3),
  /** Connections held at once, and messages per connection before it is renewed. */
  connections: z.int().min(1).max(100).default(16),
  messagesPerConnection: z.int().min(1).default(10_000),
  timeoutMs: z.int().min(1_000).max(600_000).default(60_000),
});

export type Settings = z.output<typeof settings>;

/** A mail relay. SMTP has no idempotency keys: what was sent without an answer is uncertain, and repeating it may write twice. */
export const smtp = {
  slug: 'smtp',
  channels: ['email'],
  limits: { batch: 8, concurrency: 4, keysHoldMs: 0 },
  settings,
  connect,
  readCallback,
} satisfies Adapter<typeof settings>;
