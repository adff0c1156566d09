import type { Exit, Journey, Node } from '#engine/journey.ts';
import { parseConfig, portsOf } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import { textAt } from '#engine/text-at.ts';
import { titleOf } from '../desk/options.ts';
import { inFlowOrder } from '../flow-order.ts';
import { phrase } from '../phrase.ts';
import { type Say, sayDuration, sayName, sayPhrase } from '../say.ts';
import { sayRule } from '../say-rule.ts';

export type ToldMessage = {
  channel: string;
  language: string;
  tag: string;
  subject: string | null;
  body: string | null;
};
export type ToldNode = {
  id: string;
  n: number;
  title: string;
  kind: string;
  does: string;
  why: string | null;
  /** Conditions, each as it is read. */
  conditions: string[];
  ways: { label: string; to: string | null }[];
  messages: ToldMessage[];
};
export type ToldJourney = {
  title: string;
  frase: string;
  facts: { label: string; value: string }[];
  exits: { label: string; told: string[] }[];
  steps: ToldNode[];
  outcomes: string[];
};

/** A journey told in words from beginning to end, for whoever must read it whole: data for a page, a file or a printer. */
export function tellJourney(say: Say, journey: Journey): ToldJourney {
  const steps = inFlowOrder(journey);
  const numbered = new Map(steps.map((node, i) => [node.id, { n: i + 1, title: titleOf(say, node) }]));
  const called = (id: string | undefined) => {
    const found = id === undefined ? undefined : numbered.get(id);
    return found ? say('document.stepN', { n: found.n, title: found.title }) : null;
  };
  return {
    title: journey.title,
    frase: phrase(say, journey)
      .map(({ text }) => text)
      .join(' '),
    facts: factsOf(say, journey),
    exits: [
      { label: say('document.stops'), told: journey.stops.map((exit) => tellExit(say, exit)) },
      { label: say('document.goals'), told: journey.goals.map((exit) => tellExit(say, exit)) },
    ].filter(({ told }) => told.length > 0),
    steps: steps.map((node, i) => tellNode(say, journey, node, i + 1, called)),
    outcomes: [...new Set(steps.filter(({ kind }) => kindOf(kind)?.group === 'end').map((node) => titleOf(say, node)))],
  };
}

function factsOf(say: Say, journey: Journey): ToldJourney['facts'] {
  const fact = (setting: string, value: string | number | undefined) =>
    value === undefined || value === '' ? [] : [{ label: say(`setting.${setting}`), value: String(value) }];
  return [
    ...fact('purpose', journey.purpose),
    ...fact('basis', journey.basis && `${say(`start.basis-${journey.basis.kind}`)}. ${journey.basis.norm}`),
    ...fact('dir3', journey.dir3),
    ...fact('sia', journey.sia),
    ...fact('retentionMonths', journey.retentionMonths && say('document.months', { n: journey.retentionMonths })),
    ...fact('class', say(`class.${journey.class}`)),
    ...fact('languages', journey.languages.map((one) => sayName(say, 'language', one)).join(', ')),
    ...fact('expiresAfter', journey.expiresAfter && sayDuration(say, journey.expiresAfter)),
    ...fact('quietHours', journey.quietHours && `${journey.quietHours.from}–${journey.quietHours.to}`),
    ...fact('dailyCap', journey.dailyCap),
  ];
}

function tellExit(say: Say, { title, event, rule, outcome }: Exit): string {
  const when = [
    event && say('document.whenEvent', { event }),
    rule && say('document.whenRule', { rule: sayRule(say, rule) }),
  ];
  return say('document.exit', {
    title,
    when: when.filter(Boolean).join(' '),
    outcome: sayName(say, 'outcome', outcome),
  });
}

function tellNode(say: Say, journey: Journey, node: Node, n: number, called: (id?: string) => string | null): ToldNode {
  const kind = kindOf(node.kind);
  const parsed = kind && parseConfig(kind, node);
  const config = parsed?.ok ? parsed.config : undefined;
  return {
    id: node.id,
    n,
    title: titleOf(say, node),
    kind: sayName(say, 'kind', node.kind),
    does: kind && parsed?.ok ? sayPhrase(say, kind.summary(config)) : say('drawing.unreadable'),
    why: node.note ?? null,
    conditions: parsed?.ok ? (kind?.rules?.(config) ?? []).map(({ rule }) => sayRule(say, rule)) : [],
    ways: portsOf(node).map(({ id, label }) => ({
      label: label ?? sayName(say, 'port', id),
      to: called(journey.edges.find((edge) => edge.from === node.id && edge.port === id)?.to),
    })),
    messages: (parsed?.ok ? (kind?.speaks?.(config) ?? []) : []).flatMap((channel) =>
      journey.languages.map((language) => {
        const text = textAt(journey.texts, { language, node: node.id, channel });
        return {
          channel: sayName(say, 'channel', channel),
          language: sayName(say, 'language', language),
          tag: language,
          subject: text?.subject ?? null,
          body: text?.body ?? null,
        };
      }),
    ),
  };
}
