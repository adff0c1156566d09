import type { Readable } from './check/subject.ts';
import type { Compiled } from './compile.ts';
import type { Journey } from './journey.ts';
import { comparisonsOf } from './rule/reads.ts';
import type { Rule } from './rule/rule.ts';
import { parseTemplate, variablesOf } from './text/template.ts';

/** One use of what is known of a citizen: which attribute, and where in the journey. */
export type AttributeUse = { attribute: string; node?: string; path: (string | number)[] };

/** Every attribute that a journey's rules, waits, variables, calls and texts use, with its place; once for each place. */
export function attributesUsed({
  journey,
  compiled,
  readable,
}: {
  journey: Journey;
  compiled: Compiled;
  readable: ReadonlyMap<string, Readable>;
}): AttributeUse[] {
  const inNodes = [...readable.values()].flatMap(({ node, kind, config }) =>
    (kind.rules?.(config) ?? []).flatMap(({ rule, path }) =>
      attributesOf(rule).map((attribute) => ({ attribute, node: node.id, path })),
    ),
  );
  const inExits = (['stops', 'goals'] as const).flatMap((list) =>
    journey[list].flatMap(({ rule }, i) =>
      rule ? attributesOf(rule).map((attribute) => ({ attribute, path: [list, i, 'rule'] })) : [],
    ),
  );
  return [...inNodes, ...inExits, ...inData(compiled), ...inTexts(journey)];
}

/** The attributes that a rule names, each once. */
export function attributesOf(rule: Rule): string[] {
  return [...new Set(comparisonsOf(rule).flatMap(({ fact }) => attributeIn(fact)))];
}

function* inData({ delays, writes, calls }: Compiled): Generator<AttributeUse> {
  for (const [timer, delay] of Object.entries(delays))
    if (delay.wait === 'until') yield* uses(delay.fact, timer.slice(0, timer.indexOf('.')), ['until', 'fact']);
  for (const [node, all] of Object.entries(writes))
    for (const write of all) if (write.from === 'fact') yield* uses(write.fact, node, ['to', 'fact']);
  for (const [node, { send }] of Object.entries(calls))
    for (const [i, fact] of send.entries()) yield* uses(fact, node, ['send', i]);
}

function* inTexts({ texts, languages }: Journey): Generator<AttributeUse> {
  for (const [language, nodes] of Object.entries(texts))
    for (const [node, channels] of Object.entries(nodes))
      for (const [channel, text] of Object.entries(channels)) {
        const source = `${text.subject ?? ''}\n${text.body}`;
        const template = parseTemplate(source, {
          language: language || languages[0]!,
          zone: 'Europe/Madrid',
          medium: 'text',
        });
        if (!template.ok) continue;
        for (const name of new Set(variablesOf(template.value)))
          yield* uses(name, node, ['texts', language, node, channel]);
      }
}

function uses(fact: string, node: string, path: (string | number)[]): AttributeUse[] {
  return attributeIn(fact).map((attribute) => ({ attribute, node, path }));
}

function attributeIn(fact: string): string[] {
  const [source, name] = fact.split('.');
  return source === 'citizen' && name ? [name] : [];
}
