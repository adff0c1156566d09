import type { Problem } from '#engine/problem.ts';
import { sayProblem } from '#locales/say-problem.ts';
import { factTitle } from '../controls/facts/fact-choices.ts';
import type { Say } from '../say.ts';
import type { InspectorContext } from './context.ts';

/** A problem beside its field: `path` leads from the field to its place, and the sentence is the one told everywhere. */
export type FieldProblem = { severity: 'error' | 'warning'; path: (string | number)[]; sentence: string };

/** The problem with the name that officials read in place of an attribute's own. */
export function withNames(problem: Problem, context: Pick<InspectorContext, 'journey' | 'house' | 'say'>): Problem {
  const { attribute, purpose } = problem.params ?? {};
  if (typeof attribute !== 'string') return problem;
  const named = context.house.purposes.find(({ code }) => code === purpose)?.title;
  return {
    ...problem,
    params: {
      ...problem.params,
      attribute: factTitle(context, `citizen.${attribute}`),
      ...(named && { purpose: named }),
    },
  };
}

/** The problems of a node (or of the journey: `node` undefined) that lie at `path` or below it. */
export function problemsAt(
  say: Say,
  problems: readonly Problem[],
  node: string | undefined,
  path: readonly (string | number)[],
): FieldProblem[] {
  return problems
    .filter((problem) => problem.node === node && path.every((step, i) => problem.path?.[i] === step))
    .map((problem) => ({
      severity: problem.severity,
      path: (problem.path ?? []).slice(path.length),
      sentence: sayProblem(say, problem),
    }));
}

/** The problems of a node that no field owns: about the step as a whole. */
export function problemsOfWhole(
  say: Say,
  problems: readonly Problem[],
  node: string,
  fields: readonly string[],
): FieldProblem[] {
  return problems
    .filter((problem) => problem.node === node)
    .filter(({ path }) => path?.[0] !== 'texts' && !fields.includes(String(path?.[0] ?? '')))
    .map((problem) => ({
      severity: problem.severity,
      path: problem.path ?? [],
      sentence: sayProblem(say, problem),
    }));
}

/** Those that lie under a place within the field, seen from there. */
export function under(problems: readonly FieldProblem[], ...path: (string | number)[]): FieldProblem[] {
  return problems
    .filter((problem) => path.every((step, i) => problem.path[i] === step))
    .map((problem) => ({ ...problem, path: problem.path.slice(path.length) }));
}
