import * as fc from 'fast-check';
import {
  circle,
  code,
  day,
  dayLike,
  jsonValue,
  lat,
  lon,
  needs,
  noise,
  plainDay,
  ring,
  wordArbitrary,
} from './values.arbitrary.ts';

/** Catalogued attributes, member variables and event paths that the arbitraries below speak of. */
export const arbitraryAttributes = ['colour', 'income', 'member-since', 'large_family', 'allergies', 'school'];
export const arbitraryVariables = ['answer', 'visits', 'answeredOn', 'agreed'];
export const arbitraryEventPaths = [
  'type',
  'time',
  'data.severity',
  'data.amount',
  'data.tags',
  'data.place',
  'data.deadline',
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
