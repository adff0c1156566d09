import { type Compiled, compile } from '../compile.ts';
import type { Journey } from '../journey.ts';
import { type Duration, durationMs } from '../time/duration.ts';
import { startWalk, walkOn, walkUntil } from '../walk.ts';
import type { Happening } from './happening.ts';
import type { SavedWalk } from './saved-walk.ts';
import type { Walk } from './walk-type.ts';

type Story = Pick<SavedWalk, 'trigger' | 'event' | 'person' | 'happens' | 'lasts'> & {
  /** Epoch ms. */
  starts: number;
  compiled?: Compiled;
};

/** Walks a story again from its beginning until it has lasted. What happens comes after what falls due at that moment. */
export function replay(journey: Journey, story: Story): Walk {
  const { trigger, starts, event, person, happens, lasts } = story;
  const compiled = story.compiled ?? compile(journey);
  // Whoever speaks for somebody is known by being there.
  const citizen = { ...person.citizen, ...(person.carer && { carerId: 'named' }) };
  const walker = { ...person, id: person.id ?? inventedId, citizen };
  let walk = walkUntil(startWalk({ journey, compiled, trigger, now: starts, event, person: walker }), starts);
  for (const { after, ...happening } of happens) walk = meet(walk, starts, after, happening);
  return walkUntil(walk, starts + durationMs(lasts));
}

/** Who has no id of their own: splits send them always the same way. */
export const inventedId = '00000000-0000-7000-8000-000000000000';

function meet(walk: Walk, starts: number, after: Duration, happening: Happening): Walk {
  const at = starts + durationMs(after);
  return walkUntil(walkOn(walkUntil(walk, at), happening, at), at);
}
