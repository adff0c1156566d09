import type { Compiled } from '../compile.ts';
import type { Effect } from '../effect.ts';
import type { Journey } from '../journey.ts';
import type { Person } from '../person.ts';
import type { Problem } from '../problem.ts';
import type { HolidayCalendar } from '../time/holiday.ts';
import type { MessageStatus } from './message-status.ts';

/** What does not change while somebody walks. */
export type World = {
  journey: Journey;
  compiled: Compiled;
  calendar: HolidayCalendar;
  /** `at-once`: a message is accepted the moment it is sent; `when-told`: when a receipt says so. */
  accepts: 'at-once' | 'when-told';
};

/** Times are epoch ms. `text` is what the person reads, or null with the `reason` why it could not be written. */
export type WalkMessage = {
  node: string;
  visit: number;
  rung: string;
  channel: string;
  to: 'citizen' | 'carer';
  language: string;
  text: { subject?: string | undefined; body: string } | null;
  reason: string | null;
  status: MessageStatus;
  queuedAt: number;
  acceptedAt: number | null;
  expiresAt: number | null;
};
export type WalkTask = {
  node: string;
  visit: number;
  title: string;
  skill: string;
  dueAt: number | null;
  status: 'open' | 'done' | 'cancelled';
  outcome: string | null;
};
export type WalkCall = {
  node: string;
  visit: number;
  endpoint: string;
  status: 'queued' | 'done' | 'failed' | 'withdrawn';
};

/** Something that `decide` is told: its name, what it carries, and the visit it belongs to where it has one. */
export type Arrival = {
  event: string;
  at: number;
  node?: string;
  visit?: number;
  /** The event in hand; null: what brought the person in still is. */
  data: unknown;
  /** What `answer` effects write from. */
  answer?: unknown;
};

/** One decision, as the log tells it: what happened in which state, what was read, where it led and what it asked for. */
export type Step = {
  at: number;
  state: string;
  event: string;
  holds: Record<string, boolean>;
  next: string;
  effects: Effect[];
};

/** One citizen inside one journey, at one moment. Never changed in place: every move gives another. */
export type Walk = {
  world: World;
  person: Person;
  /** The event that brought them in. */
  event: unknown;
  status: 'active' | 'attention' | 'finished' | 'stopped';
  state: string;
  outcome: string | null;
  /** Why they are in attention. */
  problem: Problem | null;
  now: number;
  vars: Record<string, unknown>;
  timers: Record<string, number>;
  visits: Record<string, number>;
  messages: WalkMessage[];
  tasks: WalkTask[];
  calls: WalkCall[];
  /** Events heard since entry, each with its own decision behind it. */
  heard: { type: string; event: unknown }[];
  /** What happened but was not yet decided. */
  arrivals: Arrival[];
  /** When rules that change with the date are next asked; null when there are none. */
  sweepAt: number | null;
  log: Step[];
};
