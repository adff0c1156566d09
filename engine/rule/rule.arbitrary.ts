import * as fc from 'fast-check';
import { coreAttributes } from './core-attributes.ts';
import { maxDepth, type Comparison, type Rule } from './rule.ts';

/** Catalogued attributes, member variables and event paths that the arbitraries below speak of. */
export const arbitraryAttributes = ['colour', 'income', 'member-since', 'large_family', 'allergies', 'school'];
export const arbitraryVariables = ['answer', 'visits', 'answeredOn', 'agreed'];
const eventPaths = ['type', 'time', 'data.severity', 'data.amount', 'data.tags', 'data.place', 'data.deadline'];

const words = [
  'Peña',
  'PENA',
  'pen\u0303a',
  'Ávila',
  'avila',
  'Αθήνας',
  'ΑΘΗΝΑΣ',
  'İzmir',
  'izmir',
  'Straße',
  'a b',
  '12',
  '',
  '🔥',
];
const codes = ['28079', '46118', '35016', '38038', '08019', '01001', 'es', 'ca', 'F', 'person', '2807', '28abc'];
const needs = ['wheelchair', 'oxygen', 'Oxígeno', 'deaf', 'es', ''];
const days = [
  '2026-02-28',
  '2024-02-29',
  '2026-03-29',
  '2026-03-28',
  '2026-10-25',
  '1961-02-28',
  '1960-02-29',
  '2008-06-30',
  '2008-07-01',
  '1926-07-01',
];
const moments = [
  '2026-03-29T00:30:00Z',
  '2026-03-28T23:30:00.123456789Z',
  '2026-10-25T02:30:00+02:00',
  '2026-10-25T02:30:00+01:00',
  '2026-06-30t23:59:59z',
  '2026-07-01 00:30+02:00',
  '2026-07-01T00:30:00',
];
const unreadable = [
  '2026-02-30',
  '2026-13-01',
  '0000-01-01',
  '2026-07-01T24:00:00Z',
  '2026-7-1',
  'yesterday',
  '2026-07-01T00:00:60Z',
  '2026-07-01T10:00+23:00',
];
const zones = [
  'Europe/Madrid',
  'Atlantic/Canary',
  'Africa/Ceuta',
  'America/Caracas',
  'Pacific/Kiritimati',
  'UTC',
  'Mars/Olympus',
  '',
];

/** Texts in the scripts of Europe, precomposed and with loose marks. */
export const wordArbitrary = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  fc.string({ unit: unitOfEurope(), maxLength: 6 }),
);
const code = fc.constantFrom(...codes);
const number = fc.oneof(fc.constantFrom(-1, 0, 0.1, 1, 2, 12, 350.5, 1e21), fc.integer({ min: -5, max: 5 }), finite());
const day = fc.oneof(fc.constantFrom(...days), plainDay());
const dayLike = fc.oneof(day, fc.constantFrom(...moments), fc.constantFrom(...unreadable));
// Seven decimals, a centimetre; without bias, because on a rim thinner than that SQL and memory may differ.
const lat = fc.noBias(fc.integer({ min: 275_000_000, max: 290_000_000 })).map((n) => n / 1e7);
const lon = fc.noBias(fc.integer({ min: -185_000_000, max: -130_000_000 })).map((n) => n / 1e7);
const point = fc.tuple(lat, lon);
const ring = fc.array(point, { minLength: 3, maxLength: 8 });
const circle = fc.record({ lat, lon, km: fc.constantFrom(-1, 0, 5, 60, 300) });
const place = fc.record({ lat, lon, municipality: code }, { requiredKeys: [] });
const noise = fc.constantFrom<unknown>(
  null,
  true,
  false,
  'true',
  '12',
  '-0.50',
  '1e5',
  ' 12',
  [],
  {},
  [null],
  [['x']],
  { lat: '28.1', lon: -15 },
  0,
  '',
);

/** Any JSON value a catalogued attribute, a variable or an event may hold, odd ones included. */
const jsonValue: fc.Arbitrary<unknown> = fc.oneof(
  wordArbitrary,
  code,
  number,
  fc.boolean(),
  dayLike,
  fc.array(fc.oneof(fc.constantFrom(...needs), noise), { maxLength: 4 }),
  place,
  noise,
);

/** A citizen by the names of rules: nulls, empty lists, odd accents, several zones (Canary Islands and unknown ones). */
export const citizenArbitrary: fc.Arbitrary<Record<string, unknown> & { attributes: Record<string, unknown> }> =
  fc.record({
    ref: fc.constant(null),
    kind: fc.constantFrom('person', 'business'),
    givenName: maybe(wordArbitrary),
    familyName: maybe(wordArbitrary),
    legalName: maybe(wordArbitrary),
    birthDate: maybe(fc.oneof(day, plainDay(1920, 2012))),
    sex: maybe(fc.constantFrom('F', 'M', 'f')),
    language: fc.constantFrom('es', 'ca', 'ES'),
    municipality: maybe(code),
    zone: fc.constantFrom(...zones),
    lat: maybe(lat),
    lon: maybe(lon),
    mobile: maybe(fc.constantFrom('+34600000001', '')),
    landline: maybe(fc.constant('+34910000001')),
    email: maybe(fc.constantFrom('a@example.org', 'Á@Example.ORG')),
    pushToken: maybe(fc.constant('token')),
    postalAddress: maybe(wordArbitrary),
    consents: codesOf('sms', 'email', 'voice'),
    blocked: codesOf('sms', 'email', 'letter'),
    representativeId: maybe(fc.uuid()),
    carerId: maybe(fc.uuid()),
    householdId: maybe(fc.uuid()),
    livesAlone: maybe(fc.boolean()),
    needs: codesOf(...needs),
    attributes: valuesOf(arbitraryAttributes),
  });

/** A member's variables. */
export const variablesArbitrary: fc.Arbitrary<Record<string, unknown>> = valuesOf(arbitraryVariables);

/** An event with an area that may be broken in any part, or none at all. */
export const eventArbitrary: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 1, arbitrary: noise },
  {
    weight: 6,
    arbitrary: fc.record(
      {
        type: wordArbitrary,
        time: dayLike,
        data: fc.oneof({ weight: 5, arbitrary: valuesOf(['severity', 'amount', 'tags', 'place', 'deadline']) }, noise),
        area: fc.oneof({ weight: 6, arbitrary: areaArbitrary() }, noise),
      },
      { requiredKeys: [] },
    ),
  },
);

/** Instants (epoch milliseconds) around both DST changes, midnights, leap days and year ends, and any other. */
export const nowArbitrary: fc.Arbitrary<number> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        1_774_746_000_000,
        1_792_890_000_000,
        1_782_856_800_000,
        1_798_758_000_000,
        1_709_164_800_000,
        1_772_236_800_000,
      ),
      fc.integer({ min: -7_200_000, max: 7_200_000 }),
    )
    .map(([instant, offset]) => instant + offset),
  fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }),
);

/** One comparison, nearly always one that means something for its fact. */
export const comparisonArbitrary: fc.Arbitrary<Comparison> = comparison();

/** Rules as officials could draw them, and deeper. */
export const ruleArbitrary: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule; leaf: Rule }>((tie) => ({
  leaf: comparison(),
  rule: fc.oneof(
    { maxDepth: Math.min(4, maxDepth - 1), depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('rule'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('rule'), { maxLength: 3 }).map((any) => ({ any })),
    tie('rule').map((not) => ({ not })),
  ),
})).rule;

function comparison(): fc.Arbitrary<Comparison> {
  const core = Object.entries(coreAttributes);
  const named = (type: string) => core.flatMap(([name, entry]) => (entry.type === type ? [`citizen.${name}`] : []));
  const json = [
    ...[...arbitraryAttributes, 'protected', 'unheard-of'].map((name) => `citizen.${name}`),
    ...arbitraryVariables.map((name) => `member.${name}`),
    ...eventPaths.map((path) => `event.${path}`),
  ];
  const any = fc.oneof(fc.constantFrom(...json), fc.constantFrom(...core.map(([name]) => `citizen.${name}`)));
  const fact = (...types: string[]) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...types.flatMap(named)) },
      { weight: 4, arbitrary: fc.constantFrom(...json) },
      { weight: 1, arbitrary: any },
    );
  const scalar = fc.oneof(wordArbitrary, code, number, fc.boolean(), fc.constantFrom('F', 'f', 'person', 'es'));
  const textOrNumber = fc.oneof(wordArbitrary, code, number);
  const date = fc.oneof(fc.constant('today'), day);
  const is = <const T extends string>(...operators: T[]) => fc.constantFrom<T[]>(...operators) as fc.Arbitrary<T>;
  return fc.oneof(
    fc.record({ fact: fact('text', 'code', 'number', 'boolean'), is: is('equals', 'not-equals'), value: scalar }),
    fc.record({
      fact: fact('text', 'code', 'number'),
      is: is('in', 'not-in'),
      value: fc.array(textOrNumber, { maxLength: 4 }),
    }),
    fc.record({ fact: fact('text', 'code'), is: is('contains', 'starts-with'), value: fc.oneof(wordArbitrary, code) }),
    fc.record({ fact: fact('list'), is: is('has'), value: fc.constantFrom(...needs, 'sms', 'email') }),
    fc.record({ fact: fact('list'), is: is('has-any'), value: fc.subarray([...needs, 'sms', 'letter']) }),
    fc.record({ fact: fact('number'), is: is('less', 'at-most', 'greater', 'at-least'), value: number }),
    fc.record({ fact: fact('number'), is: is('between'), value: fc.tuple(number, number) }),
    fc.record({ fact: fact('date'), is: is('between'), value: fc.tuple(date, date) }),
    fc.record({ fact: fact('date'), is: is('before', 'after', 'on'), value: date }),
    fc.record({
      fact: fact('date'),
      is: is('in-last-days', 'in-next-days'),
      value: fc.constantFrom(0, 1, 30, 400, 20_000, 36_500),
    }),
    fc.record({
      fact: fact('date'),
      is: is('age-between'),
      value: fc.constantFrom<[number, number]>([0, 0], [18, 18], [18, 65], [0, 150], [66, 99], [70, 60]),
    }),
    fc.record({ fact: any, is: is('exists', 'missing') }),
    fc.record({
      fact: fc.constantFrom('citizen.municipality', 'citizen.place', 'citizen.school', 'event.data.place'),
      is: is('in-municipality'),
      value: fc.array(code, { maxLength: 4 }),
    }),
    fc.record({
      fact: fc.constantFrom('citizen.municipality', 'citizen.place', 'citizen.school', 'event.data.place'),
      is: is('in-province'),
      value: fc.subarray(['28', '35', '46', '2', '']),
    }),
    fc.record({
      fact: fact('place'),
      is: is('inside-polygon'),
      value: fc.oneof({ weight: 6, arbitrary: ring }, fc.array(point, { maxLength: 2 })),
    }),
    fc.record({ fact: fact('place'), is: is('within-km'), value: circle }),
    fc.record({ fact: fact('place'), is: is('inside-area-of-event') }),
  );
}

function areaArbitrary() {
  return fc.record(
    {
      polygons: fc.oneof(
        { weight: 6, arbitrary: fc.array(fc.oneof({ weight: 8, arbitrary: ring }, noise), { maxLength: 3 }) },
        noise,
      ),
      circles: fc.oneof(
        { weight: 6, arbitrary: fc.array(fc.oneof({ weight: 8, arbitrary: circle }, noise), { maxLength: 3 }) },
        noise,
      ),
      municipalities: fc.oneof({ weight: 6, arbitrary: fc.array(fc.oneof(code, noise), { maxLength: 3 }) }, noise),
    },
    { requiredKeys: [] },
  );
}

function valuesOf(names: readonly string[]): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(Object.fromEntries(names.map((name) => [name, jsonValue])), { requiredKeys: [] });
}

function codesOf(...names: string[]) {
  return fc.subarray(names);
}

function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(value, { freq: 5 });
}

function finite() {
  return fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
}

function plainDay(from = 1900, to = 2100) {
  return fc
    .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, dom]) => `${year}-${String(month).padStart(2, '0')}-${String(dom).padStart(2, '0')}`);
}

/** Letters of the scripts our texts are written in, with loose combining marks, and no control characters. */
function unitOfEurope() {
  return fc
    .oneof(
      fc.integer({ min: 0x20, max: 0x7e }),
      fc.integer({ min: 0xa0, max: 0x17f }),
      fc.integer({ min: 0x300, max: 0x36f }),
      fc.integer({ min: 0x386, max: 0x45f }).filter((point) => /\p{L}/u.test(String.fromCodePoint(point))),
      fc.integer({ min: 0x1e00, max: 0x1eff }),
    )
    .map((point) => String.fromCodePoint(point));
}
