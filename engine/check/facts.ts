import type { Problem } from '../problem.ts';
import type { AttributeType } from '../rule/attribute.ts';
import { coreAttribute, safetyFlags } from '../rule/core-attributes.ts';
import type { Subject } from './subject.ts';

/** Facts named outside rules: dates waited for, facts copied into variables, facts sent to other systems. */
export function checkFacts(subject: Subject): Problem[] {
  const { delays, writes, calls } = subject.compiled;
  const check = (fact: string, node: string, path: (string | number)[]): Problem[] => {
    const place = { severity: 'error' as const, node, path, params: { fact } };
    return typeOfFact(fact, subject) === undefined ? [{ code: 'unknown-fact', ...place }] : [];
  };
  return [
    ...Object.entries(delays).flatMap(([timer, delay]) => {
      if (delay.wait !== 'until') return [];
      const node = timer.slice(0, timer.indexOf('.'));
      const path = ['until', 'fact'];
      const type = typeOfFact(delay.fact, subject);
      if (type === undefined || type === 'date') return check(delay.fact, node, path);
      return [{ code: 'not-a-date', severity: 'error' as const, node, path, params: { fact: delay.fact, type } }];
    }),
    ...Object.entries(writes).flatMap(([node, all]) =>
      all.flatMap((write) => (write.from === 'fact' ? check(write.fact, node, ['to', 'fact']) : [])),
    ),
    ...Object.entries(calls).flatMap(([node, { send }]) => send.flatMap((fact, i) => check(fact, node, ['send', i]))),
  ];
}

/** The type of `citizen.<attribute>` or `member.<variable>`; undefined when nobody knows it, or no journey may. */
export function typeOfFact(fact: string, { journey, context }: Subject): AttributeType | undefined {
  const [source, name = '', ...more] = fact.split('.');
  if (more.length > 0) return undefined;
  if (source === 'member') return journey.variables.find((variable) => variable.name === name)?.type;
  if (source !== 'citizen' || safetyFlags.includes(name)) return undefined;
  return coreAttribute(name)?.type ?? context.catalogue.find((attribute) => attribute.name === name)?.type;
}
