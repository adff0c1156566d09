import * as fc from 'fast-check';

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
export const needs = ['wheelchair', 'oxygen', 'Oxígeno', 'deaf', 'es', ''];
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
/** Texts in the scripts of Europe, precomposed and with loose marks. */
export const wordArbitrary = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  fc.string({ unit: unitOfEurope(), maxLength: 6 }),
);
export const code = fc.constantFrom(...codes);
export const number = fc.oneof(
  fc.constantFrom(-1, 0, 0.1, 1, 2, 12, 350.5, 1e21),
  fc.integer({ min: -5, max: 5 }),
  finite(),
);
export const day = fc.oneof(fc.constantFrom(...days), plainDay());
export const dayLike = fc.oneof(day, fc.constantFrom(...moments), fc.constantFrom(...unreadable));
// Seven decimals, a centimetre; without bias, because on a rim thinner than that SQL and memory may differ.
export const lat = fc.noBias(fc.integer({ min: 275_000_000, max: 290_000_000 })).map((n) => n / 1e7);
export const lon = fc.noBias(fc.integer({ min: -185_000_000, max: -130_000_000 })).map((n) => n / 1e7);
export const point = fc.tuple(lat, lon);
export const ring = fc.array(point, { minLength: 3, maxLength: 8 });
export const circle = fc.record({ lat, lon, km: fc.constantFrom(-1, 0, 5, 60, 300) });
export const place = fc.record({ lat, lon, municipality: code }, { requiredKeys: [] });
export const noise = fc.constantFrom<unknown>(
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
export const jsonValue: fc.Arbitrary<unknown> = fc.oneof(
  wordArbitrary,
  code,
  number,
  fc.boolean(),
  dayLike,
  fc.array(fc.oneof(fc.constantFrom(...needs), noise), { maxLength: 4 }),
  place,
  noise,
);

function finite() {
  return fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
}

/** A date that exists, of those years. */
export function plainDay(from = 1900, to = 2100) {
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
