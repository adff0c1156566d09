import provinces from './provinces.json' with { type: 'json' };

const communities: Record<string, string> = provinces;

/** The INE code of the province (01–52) of a municipality's INE code (five digits), or undefined if it is none. */
export function provinceOf(municipality: string): string | undefined {
  const province = municipality.slice(0, 2);
  return /^\d{5}$/.test(municipality) && communities[province] ? province : undefined;
}

/** The INE code of the autonomous community (01–19) of a municipality, or undefined if its code is none. */
export function communityOf(municipality: string): string | undefined {
  const province = provinceOf(municipality);
  return province && communities[province];
}
