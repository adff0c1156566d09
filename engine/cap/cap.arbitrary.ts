import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import type { LatLon } from '../geo/distance.ts';
import {
  type CapAlert,
  type CapArea,
  type CapInfo,
  type CapResource,
  categories,
  certainties,
  responseTypes,
  severities,
  urgencies,
} from './cap-alert.ts';
import { capInstant } from './cap-instant.ts';
import { readCap } from './read-cap.ts';

/** The real warning of AEMET, as text. */
export const sample = readFileSync(
  new URL('../../gallery/data/cap/aemet-naranja-temperatura-maxima.xml', import.meta.url),
  'utf8',
);

/** The one alert in a text that must be readable. */
export function only(xml: string): CapAlert {
  const reading = readCap(xml);
  if (!reading.ok || !reading.alerts[0] || reading.alerts.length > 1) throw new Error(JSON.stringify(reading));
  return reading.alerts[0];
}

const word = fc
  .string({ unit: fc.constantFrom(...'abzñçüÁº0;:&>"\'/ \n·𝄞'), maxLength: 30 })
  .map((text) => text.trim());
const present = word.filter((text) => text !== '');
const maybe = fc.option(present, { nil: undefined });
const key = fc.string({ unit: fc.constantFrom(...'abZ019.:/-_@'), minLength: 1, maxLength: 20 });
const instant = fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }).map((seconds) => capInstant(seconds * 1000));
const degrees = (least: number, most: number) =>
  fc.integer({ min: least * 1e6, max: most * 1e6 }).map((n) => n / 1e6 || 0);
const namedValue = fc.record({ valueName: present, value: word });
const some = <T>(values: readonly T[], least = 0) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: least, maxLength: 3 });
const known = <T extends string>(values: readonly T[]) =>
  fc.constantFrom(...values.filter((value) => value !== 'Unknown'));

/** Boxes never cross themselves. */
const box = fc
  .tuple(degrees(36, 43), degrees(-9, 3), degrees(1e-3, 1), degrees(1e-3, 1))
  .map(([south, west, high, wide]): LatLon[] => {
    const [north, east] = [Number((south + high).toFixed(6)), Number((west + wide).toFixed(6))];
    return [
      [south, west],
      [south, east],
      [north, east],
      [north, west],
      [south, west],
    ];
  });

const area: fc.Arbitrary<CapArea> = fc.record({
  areaDesc: present,
  polygon: fc.array(box, { maxLength: 2 }),
  circle: fc.array(fc.record({ lat: degrees(36, 43), lon: degrees(-9, 3), km: degrees(0, 50) }), { maxLength: 2 }),
  geocode: fc.array(namedValue, { maxLength: 2 }),
  altitude: fc.constantFrom(undefined, 0, 100),
  ceiling: fc.constant(undefined),
});

const resource: fc.Arbitrary<CapResource> = fc.record({
  resourceDesc: present,
  mimeType: maybe,
  size: fc.option(fc.nat(), { nil: undefined }),
  uri: maybe,
  derefUri: maybe,
  digest: maybe,
});

const info: fc.Arbitrary<CapInfo> = fc.record({
  language: fc.constantFrom('es-ES', 'ca-ES', 'en-GB', 'en-US'),
  category: some(categories, 1),
  event: present,
  responseType: some(responseTypes, 1),
  urgency: known(urgencies),
  severity: known(severities),
  certainty: known(certainties),
  audience: maybe,
  eventCode: fc.array(namedValue, { maxLength: 2 }),
  effective: fc.option(instant, { nil: undefined }),
  onset: fc.option(instant, { nil: undefined }),
  expires: instant,
  senderName: maybe,
  headline: present,
  description: present,
  instruction: maybe,
  web: present,
  contact: present,
  parameter: fc.array(namedValue, { maxLength: 3 }),
  resource: fc.array(resource, { maxLength: 1 }),
  area: fc.array(area, { minLength: 1, maxLength: 3 }),
});

/** Any alert that may be published. */
export const publishable: fc.Arbitrary<CapAlert> = fc
  .record({
    identifier: key,
    sender: key,
    sent: instant,
    status: fc.constantFrom('Actual' as const, 'Exercise' as const, 'Test' as const),
    msgType: fc.constantFrom('Alert' as const, 'Update' as const, 'Cancel' as const),
    source: maybe,
    scope: fc.constantFrom('Public' as const, 'Restricted' as const, 'Private' as const),
    restriction: present,
    addresses: present,
    code: fc.array(present, { maxLength: 2 }),
    note: maybe,
    references: fc.array(fc.record({ sender: key, identifier: key, sent: instant }), { minLength: 1, maxLength: 3 }),
    incidents: maybe,
    info: fc.array(info, { minLength: 1, maxLength: 3 }),
  })
  .map((alert) => ({
    ...alert,
    restriction: alert.scope === 'Restricted' ? alert.restriction : undefined,
    addresses: alert.scope === 'Private' ? alert.addresses : undefined,
    references: alert.msgType === 'Alert' ? [] : alert.references,
  }));
