import type { Journey } from '#engine/journey.ts';
import type { AttributeType } from '#engine/rule/attribute.ts';
import { coreAttributes } from '#engine/rule/core-attributes.ts';
import { allowedFor } from '../../inspector/allowed-for.ts';
import type { InspectorContext } from '../../inspector/context.ts';
import { sayFact } from '../../say.ts';

/** A fact that an official may choose, by its name in rules. */
export type FactChoice = {
  fact: string;
  title: string;
  type: AttributeType;
  group: 'person' | 'catalogue' | 'variable';
};

/** What a journey of this purpose may read: what is known of everybody, the catalogue, and its own variables. */
export function factChoices({
  journey,
  house,
  say,
}: Pick<InspectorContext, 'journey' | 'house' | 'say'>): FactChoice[] {
  const person = Object.entries(coreAttributes)
    .filter(([name]) => !hidden.has(name))
    .map(([name, { type }]) => choice(`citizen.${name}`, type, 'person', sayFact(say, `citizen.${name}`)));
  const catalogue = house.catalogue
    .filter((attribute) => allowedFor(attribute, journey))
    .map(({ name, type, title }) =>
      choice(`citizen.${name}`, type, 'catalogue', title[say.locale] ?? title['es'] ?? sayFact(say, `citizen.${name}`)),
    );
  return [...sorted(person), ...sorted(catalogue), ...variablesOf(journey)];
}

/** How a fact is called where officials read it; its own name when nobody gave it another. */
export function factTitle(context: Pick<InspectorContext, 'journey' | 'house' | 'say'>, fact: string): string {
  return factChoices(context).find((one) => one.fact === fact)?.title ?? sayFact(context.say, fact);
}

const variablesOf = ({ variables }: Journey) =>
  variables.map(({ name, type }) => choice(`member.${name}`, type, 'variable', name));

const choice = (fact: string, type: AttributeType, group: FactChoice['group'], title: string) => ({
  fact,
  title,
  type,
  group,
});

/** Of no use to anybody who writes a condition or a text. */
const hidden = new Set([
  'ref',
  'pushToken',
  'representativeId',
  'carerId',
  'householdId',
  'zone',
  'lat',
  'lon',
  'blocked',
]);

const sorted = (choices: FactChoice[]) => choices.toSorted((one, other) => one.title.localeCompare(other.title));
