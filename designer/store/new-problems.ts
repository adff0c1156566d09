import type { Problem } from '#engine/problem.ts';

/** The problems of a merged draft that neither side had. */
export function newProblems(merged: Problem[], ...sides: Problem[][]): Problem[] {
  const had = new Set(sides.flat().map(nameOf));
  return merged.filter((problem) => !had.has(nameOf(problem)));
}

// Without the path: it counts positions, which a merge shifts.
const nameOf = ({ code, node, params }: Problem) => JSON.stringify([code, node, params]);
