import type { AttributeType } from './attribute.ts';

/**
 * What a rule may name of the columns of `citizen`, by its name in rules. `place` stands for the columns lat, lon and
 * municipality together and is what geographic operators ask about.
 */
export const coreAttributes = {
  ref: { type: 'text', column: 'ref' },
  kind: { type: 'code', column: 'kind' },
  givenName: { type: 'text', column: 'given_name' },
  familyName: { type: 'text', column: 'family_name' },
  legalName: { type: 'text', column: 'legal_name' },
  birthDate: { type: 'date', column: 'birth_date' },
  sex: { type: 'code', column: 'sex' },
  language: { type: 'code', column: 'language' },
  municipality: { type: 'code', column: 'municipality' },
  zone: { type: 'code', column: 'zone' },
  place: { type: 'place', column: undefined },
  lat: { type: 'number', column: 'lat' },
  lon: { type: 'number', column: 'lon' },
  mobile: { type: 'text', column: 'mobile' },
  landline: { type: 'text', column: 'landline' },
  email: { type: 'text', column: 'email' },
  pushToken: { type: 'text', column: 'push_token' },
  postalAddress: { type: 'text', column: 'postal_address' },
  consents: { type: 'list', column: 'consents' },
  blocked: { type: 'list', column: 'blocked' },
  representativeId: { type: 'code', column: 'representative_id' },
  carerId: { type: 'code', column: 'carer_id' },
  householdId: { type: 'code', column: 'household_id' },
  livesAlone: { type: 'boolean', column: 'lives_alone' },
  needs: { type: 'list', column: 'needs' },
} as const satisfies Record<string, { type: AttributeType; column: string | undefined }>;

export type CoreAttribute = keyof typeof coreAttributes;

/** Columns that guard people: every journey honours them by itself, so no rule may name them, catalogued or not. */
export const safetyFlags: readonly string[] = ['protected', 'deceased', 'minor', 'represented'];

/** The core attribute of that name in rules, if there is one. */
export function coreAttribute(
  name: string,
): { name: CoreAttribute; type: AttributeType; column: string | undefined } | undefined {
  if (!Object.hasOwn(coreAttributes, name)) return undefined;
  const core = name as CoreAttribute; // hasOwn has just said so
  return { name: core, ...coreAttributes[core] };
}
