'use client';

import { useMemo } from 'react';
import { compare } from '#engine/rule/compare.ts';
import { examples, factsOfRule } from '#engine/rule/example/examples.ts';
import { type Facts, readFact } from '#engine/rule/read-fact.ts';
import type { Rule } from '#engine/rule/rule.ts';
import { dateFormat } from '#locales/dates-and-lists.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Icon } from '#ui/icon.tsx';
import type { InspectorContext } from '../../inspector/context.ts';
import { sayCode, sayRule } from '../../say-rule.ts';
import { factTitle } from '../facts/fact-choices.ts';
import { typeOfChoice } from './fact-types.ts';
import styles from './rule.module.css';
import { ruleNames } from './rule-names.ts';

/** People made up for a rule: some it lets in, and some it keeps out by one thing only, which is named. */
export function RulePeople({ rule, context }: { rule: Rule; context: InspectorContext }) {
  const { say, now } = context;
  const { fits, nearMisses } = useMemo(
    () => examples({ rule, typeOf: (fact) => typeOfChoice(context, fact), now }),
    [rule, context, now],
  );
  const facts = factsOfRule(rule);
  return (
    <Disclosure title={say('rules.people')}>
      {fits.length === 0 ? (
        <p>{say('rules.nobody-fits')}</p>
      ) : (
        <ul className={styles['people']}>
          {fits.map(({ facts: person }) => (
            <li key={JSON.stringify(person.citizen)}>
              <Icon name="check" label={say('rules.enters')} />
              <span>{describe(person, facts, context)}</span>
            </li>
          ))}
          {nearMisses.map(({ facts: person, because }) => (
            <li key={JSON.stringify([person.citizen, because])}>
              <Icon name="close" label={say('rules.stays-out')} />
              <span>{describe(person, facts, context)}</span>
              <small>
                {say(compare(because.comparison, person) ? 'rules.because-holds' : 'rules.because-not', {
                  rule: sayRule(say, because.comparison, ruleNames(context)),
                })}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}

function describe(person: Facts, facts: readonly string[], context: InspectorContext): string {
  const told = facts.flatMap((fact) => {
    const { value } = readFact(fact, person);
    if (value === undefined) return [context.say('rules.not-known', { fact: factTitle(context, fact) })];
    return [`${factTitle(context, fact)}: ${sayValue(value, fact, context)}`];
  });
  return told.join(' · ');
}

function sayValue(value: unknown, fact: string, { say, house, now }: InspectorContext): string {
  if (typeof value === 'boolean') return say(value ? 'rule.yes' : 'rule.no');
  if (Array.isArray(value)) return value.map((one) => sayCode(say, fact, String(one))).join(', ');
  if (typeof value === 'object' && value !== null) {
    const { municipality, lat, lon } = value as Record<string, unknown>;
    return typeof municipality === 'string'
      ? (house.places[municipality] ?? municipality)
      : `${String(lat)}, ${String(lon)}`;
  }
  const text = String(value);
  if (fact === 'citizen.birthDate')
    return say('rules.aged', { n: yearsSince(text, now), date: sayDay(text, say.locale) });
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return sayDay(text, say.locale);
  return house.places[text] ?? sayCode(say, fact, text);
}

const sayDay = (day: string, locale: string) =>
  dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

function yearsSince(day: string, now: number): number {
  const today = new Date(now).toISOString().slice(0, 10);
  return Number(today.slice(0, 4)) - Number(day.slice(0, 4)) - (today.slice(5) < day.slice(5) ? 1 : 0);
}
