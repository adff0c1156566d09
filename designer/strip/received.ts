import type { Journey } from '#engine/journey.ts';
import { type Assumption, liveOut } from '#engine/walk/live-out.ts';
import type { Walk, WalkMessage } from '#engine/walk/walk-type.ts';
import { startWalk } from '#engine/walk.ts';
import { type Story, tellStory } from '../trying/story.ts';

/** What is assumed of the person: that all arrives and they do nothing, that nothing arrives, that they do it; or as kept. */
export const assumptions = ['silent', 'unreached', 'acts', 'kept'] as const;
export type Supposed = (typeof assumptions)[number];

const lives: Record<Exclude<Supposed, 'kept'>, Assumption> = {
  silent: { messages: 'delivered', person: 'silent' },
  unreached: { messages: 'failed', person: 'silent' },
  acts: { messages: 'delivered', person: 'acts' },
};

/** The whole life of a person in the journey, as supposed. */
export function lifeOf(journey: Journey, story: Story, supposed: Supposed): Walk {
  const { trigger, person, starts, event } = story;
  if (supposed === 'kept') {
    const walk = tellStory(journey, story).at(-1);
    if (walk) return walk;
  }
  const began = startWalk({ journey, trigger, person, now: starts, event });
  return liveOut(began, lives[supposed === 'kept' ? 'silent' : supposed]);
}

export type Received = { day: number; messages: WalkMessage[] };

/** What they received, by day since they entered, in order. */
export function receivedByDay({ messages }: Pick<Walk, 'messages'>, starts: number): Received[] {
  const days: Received[] = [];
  for (const message of messages) {
    const day = Math.floor((message.queuedAt - starts) / 86_400_000);
    const last = days.at(-1);
    if (last?.day === day) last.messages.push(message);
    else days.push({ day, messages: [message] });
  }
  return days;
}
