import type { AllowedHours } from './time/allowed-hours.ts';

/**
 * When a timer falls due, computed per member at the moment it is armed. Durations in milliseconds.
 * `rung` is looked at again when due: `answer` counts from acceptance, `leave` (null: the message's expiry) from queueing.
 */
export type Delay =
  | { wait: 'now' }
  | { wait: 'duration'; ms: number }
  | { wait: 'working-days'; days: number }
  | { wait: 'working-hours'; hours: number }
  | { wait: 'until'; fact: string; offsetDays: number; at: string }
  | { wait: 'allowed'; hours: AllowedHours }
  | { wait: 'rung'; node: string; rung: string; leaveMs: number | null; answerMs: number };
