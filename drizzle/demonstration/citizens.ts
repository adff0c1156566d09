import { latLngToCell } from 'h3-js';
import { inventAttributes, inventGrant, inventNeeds } from './circumstances.ts';
import { householdLandline, inventContacts } from './contacts.ts';
import { type Dice, diceFrom } from './dice.ts';
import { type Dweller, inventHousehold } from './households.ts';
import { CENSUS_DAY, type InventedCitizen, inventedId } from './invented-citizen.ts';
import { familyName, givenName, street } from './names.ts';
import { boxOf, insideOutline } from './outline.ts';
import { type Place, places } from './places.ts';
import { type Municipality, zoneOfProvince } from './territory.ts';
import { inventTongue } from './tongue.ts';

/** H3 resolution of a citizen's cell: hexagons of about 0.74 km². */
export const H3_RESOLUTION = 8;

/**
 * `count` invented people (at most 60,000) in the municipalities given, household by household: the same seed always gives
 * the same people, wherever it runs. Carers and representatives come before those they stand for.
 */
export function* inventCitizens(
  municipalities: readonly Municipality[],
  { count, seed }: { count: number; seed: number },
): Generator<InventedCitizen> {
  const byCode = new Map(municipalities.map((municipality) => [municipality.code, municipality]));
  const all = places([...byCode.keys()]);
  const total = all.reduce((sum, { people }) => sum + people, 0);
  let invented = 0;
  let before = 0;
  for (const [i, place] of all.entries()) {
    const municipality = byCode.get(place.code);
    before += place.people;
    const until = Math.round((before / total) * count);
    if (!municipality || until <= invented) continue;
    yield* peopleOf(place, municipality, invented, until, diceFrom(seed * 1_000 + i));
    invented = until;
  }
}

function* peopleOf(place: Place, municipality: Municipality, first: number, until: number, dice: Dice) {
  const carers: string[] = []; // adults of this place whom an older neighbour may name
  for (let n = first; n < until; ) {
    const household = householdOf(place, municipality, n, until - n, dice);
    for (const citizen of household) {
      nameCarer(citizen, carers, dice);
      yield citizen;
    }
    for (const { id, birthDate = '', protected: hidden, deceased } of household)
      if (birthDate < '1990' && birthDate > '1956' && !hidden && !deceased) carers.push(id);
    if (carers.length > 40) carers.splice(0, 20);
    n += household.length;
  }
}

function householdOf(
  place: Place,
  municipality: Municipality,
  first: number,
  most: number,
  dice: Dice,
): InventedCitizen[] {
  const { dwellers, schoolChildren } = inventHousehold(dice, place.ageing === true);
  const tongue = inventTongue(place.code, dice);
  const home = {
    ...pointIn(place, municipality, dice),
    postalAddress: `${street(tongue.names, dice)} · ${municipality.name}`,
    landline: householdLandline(first, dwellers[0]?.age ?? 40, dice),
    reachable: !dice.happens(0.013),
    family: familyName(tongue.names, dice),
    householdId: inventedId('household', first),
  };
  const someDwellers = dwellers.slice(0, most);
  const people = someDwellers.map((dweller, i) =>
    personOf(
      dweller,
      first + i,
      { place, municipality, tongue, home, alone: dwellers.length === 1 && schoolChildren === 0 },
      dice,
    ),
  );
  const [head] = people;
  const visiting = place.visited === true && dice.happens(0.02);
  for (const person of people) if (visiting && !person.minor) person.attributes['visitor'] = true;
  if (head) Object.assign(head.attributes, inventGrant(place.code, schoolChildren, dice));
  for (const person of people.slice(1)) standFor(person, head as InventedCitizen, dice);
  return people;
}

type Home = ReturnType<typeof pointIn> & {
  postalAddress: string;
  landline: string | undefined;
  reachable: boolean;
  family: string;
  householdId: string;
};
type Setting = {
  place: Place;
  municipality: Municipality;
  tongue: { names: string; writtenIn: string };
  home: Home;
  alone: boolean;
};

function personOf(
  dweller: Dweller,
  n: number,
  { municipality, tongue, home, alone }: Setting,
  dice: Dice,
): InventedCitizen {
  const born = Number(CENSUS_DAY.slice(0, 4)) - 1 - dweller.age;
  const given = givenName(tongue.names, dweller.sex, born, dice);
  // Partners keep their own names; children and elders share one of the head's.
  const family = `${dweller.role === 'partner' ? familyName(tongue.names, dice) : home.family} ${familyName(tongue.names, dice)}`;
  const needs = inventNeeds(dweller.age, dice);
  const { lat, lon, h3, postalAddress, reachable, householdId, landline } = home;
  return {
    id: inventedId('citizen', n),
    ref: `MUESTRA-${String(n).padStart(6, '0')}`,
    kind: 'person',
    givenName: given,
    familyName: family,
    birthDate: `${born}-${two(1 + dice.below(12))}-${two(1 + dice.below(28))}`,
    sex: dweller.sex,
    language: needs.includes('easy-read') && tongue.writtenIn === 'es' ? 'es-x-easy' : tongue.writtenIn,
    municipality: municipality.code,
    zone: zoneOfProvince(municipality.province),
    lat,
    lon,
    h3,
    householdId,
    ...inventContacts(n, { age: dweller.age, name: `${given} ${family}`, landline, reachable }, dice),
    ...(reachable ? { postalAddress } : {}),
    livesAlone: alone,
    needs,
    protected: dice.happens(0.0025),
    deceased: dice.happens(dweller.age >= 80 ? 0.012 : 0.001),
    minor: dweller.age < 18,
    represented: false,
    attributes: inventAttributes(dweller.age, needs, dice),
  };
}

function standFor(person: InventedCitizen, head: InventedCitizen, dice: Dice) {
  const incapable = person.needs.includes('memory') && dice.happens(0.3);
  if (!person.minor && !incapable) return;
  person.representativeId = head.id;
  person.represented = incapable;
}

/** A carer is written to only if the person named them, for that purpose, with a date. */
function nameCarer(person: InventedCitizen, carers: readonly string[], dice: Dice) {
  const old = (person.birthDate ?? '9') < '1956';
  const carerId = old && dice.happens(person.livesAlone ? 0.36 : 0.1) ? dice.pick(carers) : undefined;
  if (carerId === undefined) return;
  person.carerId = carerId;
  person.attributes['carerConsentOn'] = `2025-${two(1 + dice.below(12))}-${two(1 + dice.below(28))}`;
  person.attributes['carerPurposes'] = dice.happens(0.8) ? ['heat', 'emergency'] : ['heat'];
}

/** A home near the town, or anywhere in the municipality for one in eight; always inside its outline. */
function pointIn(place: Place, { outline, lat, lon }: Municipality, dice: Dice) {
  const [townLat, townLon] = place.at ?? [lat, lon];
  const box = boxOf(outline);
  const scattered = dice.happens(0.125);
  const spread = Math.min(0.008, (box.north - box.south) / 10);
  for (let tries = 0; tries < 60; tries++) {
    const home = scattered
      ? {
          lat: box.south + dice.throw() * (box.north - box.south),
          lon: box.west + dice.throw() * (box.east - box.west),
        }
      : { lat: townLat + dice.bell() * spread, lon: townLon + dice.bell() * spread * 1.25 };
    if (insideOutline(home.lat, home.lon, outline)) return located(home.lat, home.lon);
  }
  return located(townLat, townLon);
}

function located(lat: number, lon: number) {
  const [north, east] = [Math.round(lat * 1e5) / 1e5, Math.round(lon * 1e5) / 1e5];
  return { lat: north, lon: east, h3: BigInt(`0x${latLngToCell(north, east, H3_RESOLUTION)}`) };
}

const two = (n: number) => String(n).padStart(2, '0');
