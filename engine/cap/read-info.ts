import { checkRing, closed, looksSwapped } from '../geo/check-ring.ts';
import type { Circle } from '../geo/distance.ts';
import type { Ring } from '../geo/polygon.ts';
import type { CapArea, CapInfo, CapResource } from './cap-alert.ts';
import { categories, certainties, responseTypes, severities, urgencies } from './cap-alert.ts';
import {
  type CapReader,
  choice,
  choices,
  each,
  instant,
  namedValues,
  number,
  readNumber,
  report,
  requiredText,
  shortened,
  text,
} from './cap-reader.ts';

const mostEmbedded = 100_000; // characters of base64 that a derefUri may bring along

/** One `info` block; a missing language is en-US, as the standard says. */
export function readInfo(reader: CapReader): CapInfo {
  const category = choices(reader, 'category', categories);
  if (each(reader, 'category').length === 0) report(reader, 'cap-missing', 'warning', 'category');
  const expires = instant(reader, 'expires');
  if (text(reader, 'expires') === undefined) report(reader, 'cap-expires-missing', 'warning', 'expires');
  return {
    language: text(reader, 'language') ?? 'en-US',
    category,
    event: requiredText(reader, 'event'),
    responseType: choices(reader, 'responseType', responseTypes),
    urgency: choice(reader, 'urgency', urgencies),
    severity: choice(reader, 'severity', severities),
    certainty: choice(reader, 'certainty', certainties),
    audience: text(reader, 'audience'),
    eventCode: namedValues(reader, 'eventCode'),
    effective: instant(reader, 'effective'),
    onset: instant(reader, 'onset'),
    expires,
    senderName: text(reader, 'senderName'),
    headline: text(reader, 'headline'),
    description: text(reader, 'description'),
    instruction: text(reader, 'instruction'),
    web: text(reader, 'web'),
    contact: text(reader, 'contact'),
    parameter: namedValues(reader, 'parameter'),
    resource: each(reader, 'resource').map(readResource),
    area: each(reader, 'area').map(readArea),
  };
}

/** A resource; its `uri` is never fetched here, and content too large to carry along is left out. */
function readResource(reader: CapReader): CapResource {
  const embedded = text(reader, 'derefUri');
  const tooLarge = embedded !== undefined && embedded.length > mostEmbedded;
  if (tooLarge)
    report(reader, 'cap-embedded-too-large', 'warning', 'derefUri', {
      characters: embedded.length,
      most: mostEmbedded,
    });
  return {
    resourceDesc: text(reader, 'resourceDesc') ?? '',
    mimeType: text(reader, 'mimeType'),
    size: number(reader, 'size'),
    uri: text(reader, 'uri'),
    derefUri: tooLarge ? undefined : embedded,
    digest: text(reader, 'digest'),
  };
}

function readArea(reader: CapReader): CapArea {
  const altitude = number(reader, 'altitude');
  const ceiling = number(reader, 'ceiling');
  if (ceiling !== undefined && (altitude === undefined || ceiling < altitude))
    report(reader, 'cap-ceiling', 'warning', 'ceiling');
  return {
    areaDesc: requiredText(reader, 'areaDesc'),
    polygon: each(reader, 'polygon').flatMap(readPolygon),
    circle: each(reader, 'circle').flatMap(readCircle),
    geocode: namedValues(reader, 'geocode'),
    altitude,
    ceiling,
  };
}

/** `lat,lon lat,lon …` as a ring; none if the element is empty. An open ring is closed, one that crosses itself is kept, both with a note. */
function readPolygon(reader: CapReader): Ring[] {
  const pairs = reader.element.text.split(/\s+/).filter((pair) => pair !== '');
  if (pairs.length === 0) {
    note(reader, 'cap-polygon-empty');
    return [];
  }
  const ring: Ring = [];
  for (const pair of pairs) {
    const place = readPair(pair);
    if (!place) {
      reader.problems.push({
        code: 'cap-coordinates',
        severity: 'error',
        path: reader.path,
        params: { value: shortened(pair) },
      });
      return [];
    }
    ring.push(place);
  }
  if (pairs.some(tooFine)) note(reader, 'cap-decimals');
  if (!closed(ring) && ring[0]) {
    note(reader, 'cap-polygon-closed');
    ring.push(ring[0]);
  }
  for (const problem of checkRing(ring, reader.path))
    reader.problems.push(problem.code === 'polygon-crosses-itself' ? { ...problem, severity: 'warning' } : problem);
  return [ring];
}

/** `lat,lon km`; a radius of 0 is a point. */
function readCircle(reader: CapReader): Circle[] {
  const written = reader.element.text.trim();
  if (written === '') {
    note(reader, 'cap-circle-empty');
    return [];
  }
  const [pair = '', radius = '', ...more] = written.split(/\s+/);
  const place = readPair(pair);
  const km = readNumber(radius);
  const onEarth = place !== undefined && Math.abs(place[0]) <= 90 && Math.abs(place[1]) <= 180;
  if (!place || !onEarth || km === undefined || km < 0 || more.length > 0) {
    reader.problems.push({
      code: 'cap-circle',
      severity: 'error',
      path: reader.path,
      params: { value: shortened(written) },
    });
    return [];
  }
  if (tooFine(pair)) note(reader, 'cap-decimals');
  if (looksSwapped([place])) note(reader, 'coordinates-swapped');
  return [{ lat: place[0], lon: place[1], km }];
}

function readPair(pair: string): [number, number] | undefined {
  const [lat, lon, ...more] = pair.split(',').map(readNumber);
  return lat !== undefined && lon !== undefined && more.length === 0 ? [lat, lon] : undefined;
}

function tooFine(pair: string): boolean {
  return /\.\d{7}/.test(pair);
}

function note(reader: CapReader, code: string) {
  reader.problems.push({ code, severity: 'warning', path: reader.path });
}
