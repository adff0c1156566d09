import type { Journey, Node } from './journey.ts';
import type { Problem } from './problem.ts';

type VariableType = Journey['variables'][number]['type'];

/** What is wrong with writing a value of some type (undefined: known only when lived) to a member variable. */
export function lintVariable(
  variable: string,
  type: VariableType | undefined,
  { node, journey, path }: { node: Node; journey: Journey; path: (string | number)[] },
): Problem[] {
  const declared = journey.variables.find(({ name }) => name === variable);
  const place = { severity: 'error' as const, node: node.id, path };
  if (!declared) return [{ code: 'unknown-variable', ...place, params: { variable } }];
  if (type === undefined || fits(type, declared.type)) return [];
  return [{ code: 'variable-type', ...place, params: { variable, type, declared: declared.type } }];
}

// A date is written as text; whether that text is a date shows when it is read.
const fits = (type: VariableType, declared: VariableType) =>
  type === declared || (type === 'text' && declared === 'date');
