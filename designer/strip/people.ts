import type { Journey } from '#engine/journey.ts';
import { kindOf } from '#engine/nodes/index.ts';
import { samplePerson } from '#engine/walk/sample-person.ts';
import type { SavedWalk } from '#engine/walk/saved-walk.ts';
import { type Story, storyOf } from '../trying/story.ts';

/** Someone invented whom a journey can be tried on: made to fit a door of it, or the person of one of its tests. */
export type TryPerson = { key: string; name: string; door: string | null; saved: SavedWalk | null; story: Story };

/** Everybody there is to try it on, one per door first; nobody while nothing lets people in. */
export function peopleOf(journey: Journey, now: number): TryPerson[] {
  const doors = journey.nodes.filter(({ kind }) => kindOf(kind)?.entry);
  return [
    ...doors.map(({ id, title }): TryPerson => {
      const person = samplePerson(journey, id, now);
      const story = { trigger: id, starts: now, event: undefined, person, moves: [] };
      return { key: `door ${id}`, name: nameOf(person.citizen), door: title ?? id, saved: null, story };
    }),
    ...(journey.walks ?? []).map((saved): TryPerson => {
      const story = storyOf(saved);
      return { key: `saved ${saved.id}`, name: nameOf(saved.person.citizen), door: null, saved, story };
    }),
  ];
}

const nameOf = (citizen: Readonly<Record<string, unknown>>) =>
  String(citizen['givenName'] ?? citizen['legalName'] ?? '—');
