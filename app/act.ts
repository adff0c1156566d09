import { acts } from './acts.ts';
import { type Official, officialNow, requireOfficial } from './official.ts';
import type { Opening } from './pages.ts';

type Acts = typeof acts;
type Asking<Name extends keyof Acts> = Acts[Name] extends 'anyone' ? Official | null : Official;

/**
 * Makes a server function out of its work: who calls is asked for by the map before anything is done. The work looks at the
 * unit of what it touches by itself (`requireOfficial(action, unitId)`), for only it knows which that is.
 */
export function act<Name extends keyof Acts, A extends unknown[], R>(
  name: Name,
  work: (official: Asking<Name>, ...given: A) => Promise<R>,
): (...given: A) => Promise<R> {
  const opening: Opening = acts[name];
  return async (...given) => {
    const official = opening === 'anyone' ? await officialNow() : await requireOfficial(opening);
    return work(official as Asking<Name>, ...given); // the map says the same to both
  };
}
