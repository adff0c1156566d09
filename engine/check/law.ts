import type { Problem } from '../problem.ts';
import type { Subject } from './subject.ts';

/** The legal basis with its norm, without which nothing is published (RGPD arts. 6 and 13), and the body that answers for it. */
export function checkLaw({ journey }: Subject): Problem[] {
  const problems: Problem[] = [];
  if (!journey.basis) problems.push({ code: 'no-basis', severity: 'error', path: ['basis'] });
  else if (journey.basis.norm.trim() === '')
    problems.push({ code: 'no-norm', severity: 'error', path: ['basis', 'norm'] });
  if (!journey.dir3) problems.push({ code: 'no-unit', severity: 'warning', path: ['dir3'] });
  return problems;
}
