'use client';

import { useMemo } from 'react';
import { sayProblem } from '#locales/say-problem.ts';
import type { CardProblems } from '#ui/card.tsx';
import { useDraft } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';

/** What `check` says of each node, as the chip on its card. */
export function useProblemMarks(): Record<string, CardProblems> {
  const say = useSay();
  const problems = useDraft((state) => state.problems);
  return useMemo(() => {
    const byNode = new Map<string, typeof problems>();
    for (const problem of problems)
      if (problem.node !== undefined) byNode.set(problem.node, [...(byNode.get(problem.node) ?? []), problem]);
    return Object.fromEntries(
      [...byNode].map(([node, found]): [string, CardProblems] => {
        const severity = found.some((one) => one.severity === 'error') ? 'error' : 'warning';
        const label = `${say(`problem.${severity}`)}: ${found.map((one) => sayProblem(say, one)).join(' ')}`;
        return [node, { severity, n: found.length, label }];
      }),
    );
  }, [say, problems]);
}
