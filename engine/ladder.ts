import { z } from 'zod';
import { fields } from './field.ts';
import { channels, type MessageClass, messageClasses } from './journey.ts';
import type { Build, State, Transition } from './node.ts';
import { durationMs, durationSchema } from './time/duration.ts';

export const rungSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/),
  channel: z.enum(channels),
  to: z.enum(['citizen', 'carer']).default('citizen'),
  /** Limit for leaving (queued → accepted); without it, the message's expiry. */
  leave: durationSchema.optional(),
  /** Limit for answering, counted from acceptance. */
  answer: durationSchema.default({ hours: 48 }),
  /** The first confirmation that counts as reached. */
  enough: z.enum(['accepted', 'delivered', 'read']).default('delivered'),
});
export type Rung = z.infer<typeof rungSchema>;

/** The part of the config that every ladder has; spread it into a kind's own object. */
export const ladderShape = {
  rungs: z.array(rungSchema).min(1).max(12).register(fields, { control: 'ladder' }),
  order: z.enum(['sequential', 'parallel']).default('sequential').register(fields, { control: 'choice' }),
  class: z.enum(messageClasses).optional().register(fields, { control: 'choice' }),
  expires: durationSchema.optional().register(fields, { control: 'duration' }),
};
export type Ladder = {
  rungs: Rung[];
  order: 'sequential' | 'parallel';
  class?: MessageClass | undefined;
  expires?: z.infer<typeof durationSchema> | undefined;
};

/** Where a ladder stands (`at`, the XState target of its state) and where it goes with no rung left. */
type Place = { at: string; nobody: string };

/** Compiles a ladder: rungs tried one after another, or all at once; with none left, `nobody`. */
export function ladderStates(ladder: Ladder, build: Build, place: Place): State {
  for (const rung of ladder.rungs) declareSend(ladder, rung, build);
  return ladder.order === 'parallel' ? parallel(ladder, build, place) : sequential(ladder, build, place);
}

/** Transitions taken when any rung's message got as far as its rung asks for. */
export function reachedOn(ladder: Ladder, build: Build, target: string): Record<string, Transition[]> {
  const confirmations = ['accepted', 'delivered', 'read', 'replied'] as const;
  const on: Record<string, Transition[]> = {};
  for (const rung of ladder.rungs)
    for (const status of confirmations.slice(confirmations.indexOf(rung.enough)))
      on[`receipt.${build.node.id}.${rung.id}.${status}`] = [{ target }];
  return on;
}

function declareSend(ladder: Ladder, rung: Rung, build: Build) {
  const expires = ladder.expires ?? build.journey.expiresAfter;
  build.send(rung.id, {
    channel: rung.channel,
    class: ladder.class ?? build.journey.class,
    to: rung.to,
    expiresMs: expires === undefined ? null : durationMs(expires),
    enough: rung.enough,
  });
}

const reachable = (ladder: Ladder, rung: Rung, build: Build) =>
  build.guard(`reach-${rung.id}`, {
    ask: 'reach',
    channel: rung.channel,
    class: ladder.class ?? build.journey.class,
    to: rung.to,
  });

function sequential(ladder: Ladder, build: Build, { at, nobody }: Place): State {
  const states: Record<string, State> = {};
  const pick = (from: number): State => ({
    always: [
      ...ladder.rungs
        .slice(from)
        .map((rung) => ({ guard: reachable(ladder, rung, build), target: `${at}.${rung.id}` })),
      { target: nobody },
    ],
  });
  states['pick'] = pick(0);
  ladder.rungs.forEach((rung, i) => {
    const next = `${at}.after_${rung.id}`;
    states[rung.id] = out(rung, build, next);
    states[`after_${rung.id}`] = pick(i + 1);
  });
  return { initial: 'pick', states };
}

function parallel(ladder: Ladder, build: Build, { at, nobody }: Place): State {
  const region = (rung: Rung): State => ({
    initial: 'pick',
    states: {
      pick: {
        always: [
          { guard: reachable(ladder, rung, build), target: `${at}.${rung.id}.out` },
          { target: `${at}.${rung.id}.left` },
        ],
      },
      out: out(rung, build, `${at}.${rung.id}.left`),
      left: { type: 'final' },
    },
  });
  return {
    type: 'parallel',
    states: Object.fromEntries(ladder.rungs.map((rung) => [rung.id, region(rung)])),
    onDone: [{ target: nobody }],
  };
}

function out(rung: Rung, build: Build, next: string): State {
  const { id } = build.node;
  const params = { node: id, rung: rung.id };
  const limit = build.timer(`${rung.id}.limit`, {
    wait: 'rung',
    ...params,
    leaveMs: rung.leave === undefined ? null : durationMs(rung.leave),
    answerMs: durationMs(rung.answer),
  });
  return {
    entry: [{ type: 'send', params }],
    exit: [{ type: 'withdraw', params }],
    on: { [`receipt.${id}.${rung.id}.failed`]: [{ target: next }] },
    after: { [limit]: [{ target: next }] },
  };
}
