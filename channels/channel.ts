import type { z } from 'zod';

/** Ways of reaching a citizen that an adapter may offer. */
export const CHANNELS = ['sms', 'voice', 'email', 'push', 'letter'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What never waits behind what. */
export type Lane = 'emergency' | 'service' | 'bulk';

/** Why the citizen is written to; decides consent, quiet hours and the right to unsubscribe. */
export type MessageClass = 'emergency' | 'statutory' | 'service' | 'informative';

/** One message ready to leave; `key` is our message id and the idempotency key, `about` is 'run/citizen/node/visit/rung'. */
export type Outgoing = {
  key: string;
  about: string;
  channel: Channel;
  to: string;
  from?: string;
  replyTo?: string;
  subject?: string;
  text: string;
  html?: string;
  language: string;
  lane: Lane;
  class: MessageClass;
  /** Address (https or mailto) that ends this kind of message; e-mail announces it where the class asks for it. */
  unsubscribe?: string;
};

/**
 * Why a hand-over failed: `permanent` will never work, `temporary` may work later, `throttled` asks for time,
 * `uncertain` may have left: send the same key again only while the adapter's keys hold.
 */
export type FailureKind = 'permanent' | 'temporary' | 'throttled' | 'uncertain';

/** What the provider answered at hand-over, one per message and in the order of the batch. */
export type Outcome = Accepted | Failed;
export type Accepted = { key: string; status: 'accepted'; reference?: string };
export type Failed = { key: string; status: 'failed'; kind: FailureKind; code: string; retryAfterMs?: number };

/** What a provider says later about a message, known by our key or by its own reference; `at` in epoch ms. */
export type Receipt = {
  key?: string;
  reference?: string;
  status: 'delivered' | 'read' | 'failed';
  code?: string;
  at: number;
};

/** What a citizen wrote back; `id` is the provider's and makes a repeated callback harmless; `reference` is the message answered, where it is known. */
export type Reply = { id: string; from: string; to: string; text: string; at: number; reference?: string };

/** A contract with a provider; `secret` may hold several values parted by spaces while one is being replaced: the first signs, all are accepted. */
export type Account<Settings = unknown> = {
  id: string;
  mode: 'live' | 'sandbox';
  settings: Settings;
  secret: string;
};

/** An open way to a provider: `hand` never throws for what the provider or the network does, and answers in the order of the batch. */
export type Connection = {
  hand(batch: readonly Outgoing[]): Promise<Outcome[]>;
  close(): Promise<void>;
};

/** A request that a provider made to us; `body` is the raw text, because signatures are taken over it. */
export type Callback = { headers: Record<string, string | undefined>; body: string; url: string };

/** What a callback says, or why it is refused: 401 not proven to be the provider's, 400 not readable. */
export type CallbackReading =
  | { ok: true; receipts: Receipt[]; replies: Reply[] }
  | { ok: false; status: 401 | 400; problem: string };

/** One provider's way of speaking; `limits`: messages per call, calls at once, and how long (ms) it remembers a key. */
export type Adapter<Schema extends z.ZodType = z.ZodType> = {
  slug: string;
  channels: readonly Channel[];
  limits: { batch: number; concurrency: number; keysHoldMs: number };
  settings: Schema;
  connect(account: Account<z.output<Schema>>): Connection;
  readCallback(
    callback: Callback,
    account: Account<z.output<Schema>>,
    now: number,
  ): CallbackReading | Promise<CallbackReading>;
};
