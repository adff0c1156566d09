import { INVENTED_DOMAIN, inventedLandline } from '#engine/text/invented-contact.ts';
import { diceFrom } from './dice.ts';
import { type InventedCitizen, inventedId } from './invented-citizen.ts';
import { familyName, street } from './names.ts';
import type { Municipality } from './territory.ts';

const trades: readonly (readonly [weight: number, words: string, sector: string])[] = [
  [16, 'Bar', 'hospitality'],
  [9, 'Restaurante', 'hospitality'],
  [4, 'Casa rural', 'hospitality'],
  [9, 'Panadería', 'food'],
  [6, 'Quesería', 'food'],
  [5, 'Almazara', 'food'],
  [12, 'Construcciones', 'building'],
  [8, 'Talleres', 'repair'],
  [10, 'Explotaciones agrarias', 'farming'],
  [5, 'Apícola', 'farming'],
  [7, 'Transportes', 'transport'],
  [6, 'Asesoría', 'services'],
  [5, 'Farmacia', 'health'],
  [6, 'Comercial', 'trade'],
];
const legalForms = [
  [55, 'S.L.'],
  [10, 'S.A.'],
  [12, 'S. Coop.'],
  [23, 'C.B.'],
] as const;

/** `count` invented businesses, each where one of `people` lives, who represents it; `first` is their first number. */
export function inventBusinesses(
  people: readonly InventedCitizen[],
  municipalities: readonly Municipality[],
  { count, seed, first }: { count: number; seed: number; first: number },
): InventedCitizen[] {
  const dice = diceFrom(seed * 1_000 + 999);
  const names = new Map(municipalities.map(({ code, name }) => [code, name]));
  const adults = people.filter(
    ({ birthDate = '9', deceased }) => birthDate < '1996' && birthDate > '1958' && !deceased,
  );
  return Array.from({ length: adults.length === 0 ? 0 : count }, (_, i) => {
    const owner = dice.pick(adults);
    const [, trade, sector] = dice.weighted(trades.map((entry) => [entry[0], entry] as const));
    const legalName = `${trade} ${familyName('es', dice)} y ${familyName('es', dice)}, ${dice.weighted(legalForms)}`;
    const { municipality, zone, lat, lon, h3, language } = owner;
    return {
      id: inventedId('citizen', first + i),
      ref: `MUESTRA-E${String(i).padStart(5, '0')}`,
      kind: 'business',
      legalName,
      language: ['ca', 'gl', 'eu'].includes(language) ? language : 'es',
      municipality,
      zone,
      lat,
      lon,
      h3,
      landline: inventedLandline(6_000_000 + i),
      ...(dice.happens(0.93) ? { email: `administracion.${i}@${INVENTED_DOMAIN}` } : {}),
      postalAddress: `${street('es', dice)} · ${names.get(municipality) ?? municipality}`,
      consents: dice.happens(0.7) ? ['email'] : [],
      blocked: [],
      ...(owner.protected ? {} : { representativeId: owner.id }),
      needs: [],
      protected: false,
      deceased: false,
      minor: false,
      represented: false,
      attributes: { sector, employees: dice.weighted([[50, 1], [30, 4], [15, 12], [5, 60]] as const), taxObliged: true, hasFiledTax: dice.happens(0.55) }, // biome-ignore format: one table
    };
  });
}
