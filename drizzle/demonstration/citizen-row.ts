import type { Cell } from '../copy-rows.ts';
import type { InventedCitizen } from './invented-citizen.ts';

const columns: Record<string, (citizen: InventedCitizen) => Cell> = {
  id: (c) => c.id,
  ref: (c) => c.ref,
  kind: (c) => c.kind,
  given_name: (c) => c.givenName,
  family_name: (c) => c.familyName,
  legal_name: (c) => c.legalName,
  birth_date: (c) => c.birthDate,
  sex: (c) => c.sex,
  language: (c) => c.language,
  municipality: (c) => c.municipality,
  zone: (c) => c.zone,
  lat: (c) => c.lat,
  lon: (c) => c.lon,
  h3: (c) => c.h3,
  mobile: (c) => c.mobile,
  landline: (c) => c.landline,
  email: (c) => c.email,
  push_token: (c) => c.pushToken,
  postal_address: (c) => c.postalAddress,
  consents: (c) => c.consents,
  blocked: (c) => c.blocked,
  representative_id: (c) => c.representativeId,
  carer_id: (c) => c.carerId,
  household_id: (c) => c.householdId,
  lives_alone: (c) => c.livesAlone,
  needs: (c) => c.needs,
  protected: (c) => c.protected,
  deceased: (c) => c.deceased,
  minor: (c) => c.minor,
  represented: (c) => c.represented,
  attributes: (c) => c.attributes,
};
const cells = Object.values(columns);

/** The columns of `citizen` that an invented person fills, beside `unit_id`. */
export const citizenColumns: readonly string[] = Object.keys(columns);

/** An invented person's values in the order of `citizenColumns`. */
export function citizenRow(citizen: InventedCitizen): Cell[] {
  return cells.map((cell) => cell(citizen));
}
