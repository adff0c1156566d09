/** One invented person or business as a row of `citizen`, in domain words; dates are `YYYY-MM-DD`. */
export type InventedCitizen = {
  id: string;
  ref: string;
  kind: 'person' | 'business';
  givenName?: string;
  familyName?: string;
  legalName?: string;
  birthDate?: string;
  sex?: 'female' | 'male';
  language: string;
  municipality: string;
  zone: string;
  lat: number;
  lon: number;
  h3: bigint;
  mobile?: string;
  landline?: string;
  email?: string;
  pushToken?: string;
  postalAddress?: string;
  consents: string[];
  blocked: string[];
  representativeId?: string;
  carerId?: string;
  householdId?: string;
  livesAlone?: boolean;
  needs: string[];
  protected: boolean;
  deceased: boolean;
  minor: boolean;
  represented: boolean;
  attributes: Record<string, string | number | boolean | string[]>;
};

/** Ages are counted on this day, so that the same seed invents the same people in any year. */
export const CENSUS_DAY = '2026-01-01';

/** A uuid with the shape and order of version 7 that is the same on every machine; `kind` keeps people and households apart. */
export function inventedId(kind: 'citizen' | 'household', n: number): string {
  const time = (Date.UTC(2026, 0, 1) + n).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8${kind === 'citizen' ? '000' : '001'}-${n.toString(16).padStart(12, '0')}`;
}
