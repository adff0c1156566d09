import type { Asker } from '#drizzle/requests/ask-request.ts';
import type { Person } from '#engine/office/request.ts';
import type { Who } from './who.ts';

/** Whoever asks, as those who move requests are told of them. */
export function personOf({ by, may }: Who): Person {
  return { kind: by.kind === 'official' ? 'official' : 'key', id: by.id, may };
}

/** The same, with the name that the approver reads. */
export const askerOf = (who: Who): Asker => ({ name: who.name, by: personOf(who) });
