import type { Problem } from '../problem.ts';
import type { Subject } from './subject.ts';

/** Stop rules and goals of the same id, or of an id that the engine keeps for itself. */
export function checkExits({ journey }: Subject): Problem[] {
  return (['stops', 'goals'] as const).flatMap((list) =>
    journey[list].flatMap(({ id }, i): Problem[] => {
      const place = { severity: 'error' as const, path: [list, i], params: { id } };
      if (id === 'deceased') return [{ code: 'exit-reserved', ...place }];
      return journey[list].findIndex((exit) => exit.id === id) === i ? [] : [{ code: 'exit-twice', ...place }];
    }),
  );
}
