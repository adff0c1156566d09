import type { Problem } from '../problem.ts';
import type { Subject } from './subject.ts';

/** Variables declared twice. That what nodes write is declared, and of a fitting type, their kinds say. */
export function checkVariables({ journey }: Subject): Problem[] {
  const names = journey.variables.map(({ name }) => name);
  return names.flatMap((variable, i) =>
    names.indexOf(variable) === i
      ? []
      : [{ code: 'variable-twice', severity: 'error', path: ['variables', i], params: { variable } }],
  );
}
