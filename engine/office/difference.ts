import type { Text } from '../journey.ts';
import type { Rule } from '../rule/rule.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Content } from './content.ts';
import { type Place, placesOf } from './places-of.ts';

/** Where words stand: those of a node, or of a follow-up. */
export type WordsPlace = { language: string; node: string; channel: string };
/** One thing in which a request differs from an earlier one. */
export type Difference =
  | { about: 'journey'; before: number; after: number }
  | { about: 'place'; added: Place[]; removed: Place[] }
  | { about: 'rule'; before: Rule | null; after: Rule | null }
  | { about: 'people'; before: number; after: number }
  | { about: 'ceiling'; before: Content['ceiling']; after: Content['ceiling'] }
  | ({ about: 'words'; before: Text | null; after: Text | null } & WordsPlace)
  | { about: 'event'; name: string; before: unknown; after: unknown }
  | { about: 'accounts'; added: string[]; removed: string[] }
  | { about: 'from' | 'until'; before: string | null; after: string | null };

/**
 * What a request changes against an earlier one, as somebody who has seen the earlier one wants to be told: place, number,
 * words, then the rest. Nothing for what stayed, and nothing for what any two requests differ in (who asks, when).
 */
export function difference(before: Content, after: Content): Difference[] {
  return [
    ...ofPlaces(before, after),
    ...ofPeople(before, after),
    ...ofWords(before, after),
    ...ofEvent(before.event ?? {}, after.event ?? {}),
    ...ofJourney(before, after),
    ...ofAccounts(before, after),
    ...(['from', 'until'] as const).flatMap((about): Difference[] =>
      before.clock[about] === after.clock[about]
        ? []
        : [{ about, before: before.clock[about], after: after.clock[about] }],
    ),
  ];
}

function ofPlaces(before: Content, after: Content): Difference[] {
  const [one, other] = [before, after].map(({ audience, event }) => (audience ? placesOf(audience.rule, event) : []));
  const missing = (from: Place[] = [], these: Place[] = []) =>
    these.filter((place) => !from.some((known) => same(known, place)));
  const [added, removed] = [missing(one, other), missing(other, one)];
  if (added.length + removed.length > 0) return [{ about: 'place', added, removed }];
  const [ruleBefore, ruleAfter] = [before.audience?.rule ?? null, after.audience?.rule ?? null];
  return same(ruleBefore, ruleAfter) ? [] : [{ about: 'rule', before: ruleBefore, after: ruleAfter }];
}

function ofPeople(before: Content, after: Content): Difference[] {
  const [one, other] = [before.audience?.count ?? 0, after.audience?.count ?? 0];
  return [
    ...(one === other ? [] : [{ about: 'people' as const, before: one, after: other }]),
    ...(same(before.ceiling, after.ceiling)
      ? []
      : [{ about: 'ceiling' as const, before: before.ceiling, after: after.ceiling }]),
  ];
}

/** Words of nodes and of follow-ups alike; those of a follow-up stand under its kind. */
function ofWords(before: Content, after: Content): Difference[] {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((key): Difference[] => {
    const [was, is] = [one.get(key), other.get(key)];
    if (same(was?.text ?? null, is?.text ?? null)) return [];
    const { language, node, channel } = (is ?? was)!.place;
    return [{ about: 'words', language, node, channel, before: was?.text ?? null, after: is?.text ?? null }];
  });
}

/** Every text of a content with its place, follow-ups under `@<kind>`, which no node can be called. */
export function wordsOf(content: Content): Map<string, { place: WordsPlace; text: Text }> {
  const found = new Map<string, { place: WordsPlace; text: Text }>();
  const put = (place: WordsPlace, text: Text) =>
    found.set(canonicalJson([place.language, place.node, place.channel]), { place, text });
  for (const [language, nodes] of Object.entries(content.texts))
    for (const [node, texts] of Object.entries(nodes))
      for (const [channel, text] of Object.entries(texts)) put({ language, node, channel }, text);
  for (const [kind, { said }] of Object.entries(content.followUps))
    for (const [language, texts] of Object.entries(said))
      for (const [channel, text] of Object.entries(texts)) put({ language, node: `@${kind}`, channel }, text);
  return found;
}

function ofEvent(before: Record<string, unknown>, after: Record<string, unknown>): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name): Difference[] =>
    same(before[name] ?? null, after[name] ?? null)
      ? []
      : [{ about: 'event', name, before: before[name] ?? null, after: after[name] ?? null }],
  );
}

function ofJourney({ journey: before }: Content, { journey: after }: Content): Difference[] {
  return before.hash === after.hash ? [] : [{ about: 'journey', before: before.revision, after: after.revision }];
}

function ofAccounts(before: Content, after: Content): Difference[] {
  const [one, other] = [before, after].map(({ accounts }) => accounts.map((account) => canonicalJson(account)));
  const names = (these: string[] = [], known: string[] = []) =>
    these
      .filter((account) => !known.includes(account))
      .map((account) => (JSON.parse(account) as { name: string }).name);
  const [added, removed] = [names(other, one), names(one, other)];
  return added.length + removed.length === 0 ? [] : [{ about: 'accounts', added, removed }];
}

const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);
