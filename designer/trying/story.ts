import { type Compiled, compile } from '#engine/compile.ts';
import type { Journey } from '#engine/journey.ts';
import type { Person } from '#engine/person.ts';
import { nodeOf } from '#engine/state-name.ts';
import { durationMs } from '#engine/time/duration.ts';
import type { Happening } from '#engine/walk/happening.ts';
import { inventedId } from '#engine/walk/replay.ts';
import type { SavedWalk } from '#engine/walk/saved-walk.ts';
import type { Walk } from '#engine/walk/walk-type.ts';
import { startWalk, walkOn, walkUntil } from '#engine/walk.ts';

/** One thing that an official made happen to the person they walk, at that moment (epoch ms); or time let pass until then. */
export type Move = { at: number; happening: Happening | null };
/** A walk as it was chosen, from which it can be walked again on a draft that has changed meanwhile. */
export type Story = {
  trigger: string;
  /** Epoch ms. */
  starts: number;
  event: Record<string, unknown> | undefined;
  person: Person;
  moves: Move[];
};

/** Everything that the story makes of the person: where they stand at first, and after each move. */
export function tellStory(
  journey: Journey,
  { trigger, starts, event, person, moves }: Story,
  compiled?: Compiled,
): Walk[] {
  const world = compiled ?? compile(journey);
  const first = walkUntil(startWalk({ journey, compiled: world, trigger, person, now: starts, event }), starts);
  const walks = [first];
  for (const { at, happening } of moves) walks.push(step(walks.at(-1) ?? first, at, happening));
  return walks;
}

/** What comes first at a moment is what falls due until then; what happens comes after it. */
function step(walk: Walk, at: number, happening: Happening | null): Walk {
  const until = Math.max(at, walk.now);
  const then = walkUntil(walk, until);
  return happening ? walkUntil(walkOn(then, happening, until), until) : then;
}

/** The story as a named test of the journey, with how it ends now. */
export function savedWalkOf(story: Story, walk: Walk, { id, title }: { id: string; title: string }): SavedWalk {
  const { trigger, starts, event, person, moves } = story;
  const { citizen, carer, representative } = person;
  // In whole days and what is left of one: a part of a duration has a limit of its own.
  const seconds = (at: number) => {
    const all = Math.round((at - starts) / 1_000);
    const days = Math.floor(all / aDay);
    return { ...(days > 0 && { days }), seconds: all - days * aDay };
  };
  return {
    id,
    title,
    trigger,
    starts: new Date(starts).toISOString(),
    ...(event && { event }),
    person: {
      id: person.id,
      citizen: { ...citizen },
      ...(carer && { carer: { ...carer } }),
      ...(representative && { representative: { ...representative } }),
    },
    happens: moves.flatMap(({ at, happening }) => (happening ? [{ after: seconds(at), ...happening }] : [])),
    lasts: seconds(walk.now),
    ends: {
      outcome: walk.outcome,
      ...(walk.outcome === null ? { at: nodeOf(walk.state) } : {}),
      receives: walk.messages.map(({ node, channel }) => ({ node, channel })),
    },
  };
}

/** A saved walk as a story to be told again and gone on with. */
export function storyOf({ trigger, starts, event, person, happens, lasts }: SavedWalk): Story {
  const began = Date.parse(starts);
  const { id = inventedId, citizen, carer, representative } = person;
  const moves = happens.map(({ after, ...happening }): Move => ({ at: began + durationMs(after), happening }));
  return {
    trigger,
    starts: began,
    event,
    person: { id, citizen: carer ? { ...citizen, carerId: 'named' } : citizen, carer, representative },
    moves: [...moves, { at: began + durationMs(lasts), happening: null }],
  };
}

const aDay = 24 * 3_600;
