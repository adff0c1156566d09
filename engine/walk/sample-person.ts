import type { Journey } from '../journey.ts';
import { parseConfig } from '../node-config.ts';
import { kindOf } from '../nodes/index.ts';
import type { Person } from '../person.ts';
import { coreAttribute } from '../rule/core-attributes.ts';
import type { Comparison, Rule } from '../rule/rule.ts';
import { INVENTED_DOMAIN, inventedLandline, inventedMobile } from '../text/invented-contact.ts';
import { addDays, localOf } from '../time/zone.ts';
import { inventedId } from './replay.ts';

/** Someone invented who can be reached on every channel and speaks the journey's first language, made to fit its trigger. */
export function samplePerson(journey: Journey, trigger: string, now: number): Person {
  const node = journey.nodes.find(({ id }) => id === trigger);
  const kind = node && kindOf(node.kind);
  const config = kind && node && parseConfig(kind, node);
  const rules = kind && config?.ok ? (kind.rules?.(config.config) ?? []) : [];
  const facts: Made = { ...ana(journey), attributes: {} };
  const today = localOf(now, 'Europe/Madrid').date;
  for (const { rule } of rules) fit(facts, rule, true, today);
  return { id: inventedId, citizen: facts };
}

type Made = Record<string, unknown> & { attributes: Record<string, unknown> };

const ana = (journey: Journey) => ({
  kind: 'person',
  givenName: 'Ana',
  familyName: 'Ejemplo',
  language: journey.languages[0] ?? 'es',
  municipality: journey.seat,
  zone: 'Europe/Madrid',
  mobile: inventedMobile(1),
  landline: inventedLandline(1),
  email: `ana@${INVENTED_DOMAIN}`,
  pushToken: 'ejemplo',
  postalAddress: 'Calle del Ejemplo, 1',
  birthDate: '1958-05-17',
  consents: ['sms', 'voice', 'email', 'push', 'letter'],
  blocked: [],
  needs: [],
});

/** Changes the facts so that a rule holds, or does not: of several ways the first, and what cannot be made is left. */
function fit(facts: Made, rule: Rule, holds: boolean, today: string): void {
  if ('not' in rule) return fit(facts, rule.not, !holds, today);
  if ('all' in rule || 'any' in rule) {
    const parts = 'all' in rule ? rule.all : rule.any;
    const needed = 'all' in rule === holds ? parts : parts.slice(0, 1);
    for (const part of needed) fit(facts, part, holds, today);
    return;
  }
  const [source, name = ''] = rule.fact.split('.');
  if (source !== 'citizen') return;
  const value = holds ? fitting(rule, today) : unfitting(rule, today);
  if (value === undefined) return;
  if (coreAttribute(name)) facts[name] = value;
  else facts.attributes[name] = value;
}

function fitting(rule: Comparison, today: string): unknown {
  switch (rule.is) {
    case 'equals':
    case 'contains':
    case 'starts-with':
    case 'at-most':
    case 'at-least':
      return rule.value;
    case 'in':
    case 'in-municipality':
      return rule.value[0];
    case 'has':
      return [rule.value];
    case 'has-any':
      return rule.value.slice(0, 1);
    case 'less':
      return rule.value - 1;
    case 'greater':
      return rule.value + 1;
    case 'between':
      return rule.value[0] === 'today' ? today : rule.value[0];
    case 'on':
      return rule.value === 'today' ? today : rule.value;
    case 'before':
      return addDays(rule.value === 'today' ? today : rule.value, -1);
    case 'after':
      return addDays(rule.value === 'today' ? today : rule.value, 1);
    case 'in-next-days':
      return addDays(today, Math.floor(rule.value * 0.75));
    case 'in-last-days':
      return addDays(today, -Math.floor(rule.value / 2));
    case 'age-between':
      return `${Number(today.slice(0, 4)) - rule.value[0] - 1}-01-01`;
    default:
      return undefined;
  }
}

function unfitting(rule: Comparison, today: string): unknown {
  switch (rule.is) {
    case 'equals':
      return typeof rule.value === 'boolean' ? !rule.value : undefined;
    case 'not-equals':
      return rule.value;
    case 'before':
      return addDays(rule.value === 'today' ? today : rule.value, 30);
    case 'exists':
      return null;
    default:
      return undefined;
  }
}
