import type { Channel, MessageClass, Text } from '#engine/journey.ts';
import type { Rule } from '#engine/rule/rule.ts';

/** A figure and between what it lies; equal bounds: exact. */
export type Figure = { n: number; least: number; most: number };
/** What a live count answers, first perhaps as an estimate, then exactly. */
export type Counted = { exact: boolean; total: Figure; counts: Readonly<Record<string, Figure>> };

/** A rung as reach is asked of it. */
export type ReachedBy = { id: string; channel: Channel; to: 'citizen' | 'carer' };

export type Tried =
  | { ok: true; status: number; ms: number; body: string; sent: string }
  | { ok: false; reason: string; sent: string };
export type Sent = { ok: true; to: string } | { ok: false; reason: string };

/**
 * The questions that only a server can answer. Counts are heard one by one until the exact one; aborting the signal ends
 * them there too. None of them throws for what was asked: no answer is no news.
 */
export type Asks = {
  count: (rule: Rule, hear: (counted: Counted) => void, signal: AbortSignal) => Promise<void>;
  /** `counts` by rung: `<id>` who can be reached by it, `first:<id>` for whom it is the first that can, `nobody`. */
  reach: (
    question: { rule: Rule; rungs: readonly ReachedBy[]; class: MessageClass },
    hear: (counted: Counted) => void,
    signal: AbortSignal,
  ) => Promise<void>;
  /** Municipalities whose name begins or goes on like this. */
  places: (written: string, signal: AbortSignal) => Promise<{ code: string; name: string; province: string }[]>;
  /** Sends an invented person to the address a connection has for trying. */
  tryCall: (call: { connection: string; method: string; path: string; send: readonly string[] }) => Promise<Tried>;
  /** Sends one text to the official who asks, and to nobody else. */
  sendTest: (test: { channel: Channel; language: string; text: Text; person: string }) => Promise<Sent>;
};
