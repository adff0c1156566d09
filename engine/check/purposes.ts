import { attributesUsed } from '../attributes-used.ts';
import type { Problem } from '../problem.ts';
import type { Attribute } from '../rule/attribute.ts';
import type { Subject } from './subject.ts';

/**
 * An attribute is used for the purposes it is held for and no others (RGPD art. 5.1.b), wherever a journey uses it: rules,
 * waits, variables, calls and texts. A journey that uses such an attribute says what it is for.
 */
export function checkPurposes(subject: Subject): Problem[] {
  const { journey, context } = subject;
  const uses = attributesUsed(subject);
  const refused = uses.filter(({ attribute }) => !allows(context.catalogue, attribute, journey.purposeCode));
  if (refused.length > 0 && journey.purposeCode === undefined)
    return [
      { code: 'no-purpose', severity: 'error', path: ['purposeCode'], params: { attribute: refused[0]!.attribute } },
    ];
  return refused.map(({ attribute, node, path }) => ({
    ...purposeProblem(attribute, journey.purposeCode),
    path,
    ...(node && { node }),
  }));
}

/** Whether an attribute may be used for a purpose; one whose purposes nobody has said yet may, as what no catalogue names. */
export function allows(catalogue: readonly Attribute[], attribute: string, purpose: string | undefined): boolean {
  const purposes = catalogue.find(({ name }) => name === attribute)?.purposes;
  return purposes === undefined || (purpose !== undefined && purposes.includes(purpose));
}

export const purposeProblem = (attribute: string, purpose: string | undefined): Problem => ({
  code: 'purpose-not-allowed',
  severity: 'error',
  params: { attribute, purpose: purpose ?? '–' },
});
