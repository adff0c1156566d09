import { checkConnections } from './check/connections.ts';
import { checkEdges } from './check/edges.ts';
import { checkExits } from './check/exits.ts';
import { checkFacts } from './check/facts.ts';
import { checkFollowUps } from './check/follow-ups.ts';
import { checkHaste } from './check/haste.ts';
import { checkLaw } from './check/law.ts';
import { checkNodes } from './check/nodes.ts';
import { checkPurposes } from './check/purposes.ts';
import { checkReach } from './check/reach.ts';
import { checkRules } from './check/rules.ts';
import { type Context, type Family, subjectOf } from './check/subject.ts';
import { checkTexts } from './check/texts.ts';
import { checkVariables } from './check/variables.ts';
import { checkWorkingDays } from './check/working-days.ts';
import { compile } from './compile.ts';
import { parse } from './journey.ts';
import type { Problem } from './problem.ts';

const families: Family[] = [
  checkLaw,
  checkNodes,
  checkEdges,
  checkReach,
  checkHaste,
  checkVariables,
  checkFacts,
  checkRules,
  checkPurposes,
  checkExits,
  checkWorkingDays,
  checkTexts,
  checkFollowUps,
  checkConnections,
];

/**
 * Everything that is wrong with a journey, whatever JSON it is given; never throws. An error refuses publication, a
 * warning is for the official to weigh. A value that `parse` cannot read has only the problems of its shape.
 */
export function check(json: unknown, context: Context): Problem[] {
  const parsed = parse(json);
  if (!parsed.ok) return parsed.problems;
  const subject = subjectOf(parsed.journey, context, compile(parsed.journey));
  return families.flatMap((family) => family(subject));
}
