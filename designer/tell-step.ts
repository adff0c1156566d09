import type { Compiled } from '#engine/compile.ts';
import type { Effect } from '#engine/effect.ts';
import type { Journey } from '#engine/journey.ts';
import { portsOf } from '#engine/node-config.ts';
import type { Reading } from '#engine/reading.ts';
import { nodeOf } from '#engine/state-name.ts';
import { type Say, sayFact, sayName } from './say.ts';
import { sayRule } from './say-rule.ts';

export type ToldStep = {
  /** What happened, and what was done and where the person stands since, each a sentence. */
  happened: string;
  done: string[];
  now: string;
  read: { question: string; holds: boolean }[];
};
/** The journey lived, its readings by name, and whether a rung's message was really withdrawn. */
type About = Pick<Compiled, 'readings'> & { journey: Journey; withdrew: (node: string, rung: string) => boolean };
type Decision = { event: string; read: Record<string, boolean>; next: string; effects: unknown[] };

/** One decision of a person's path, in words: the event, the conditions that were read, and what came of it. */
export function tellStep(say: Say, decision: Decision, about: About): ToldStep {
  const { journey, readings } = about;
  const titled = titles(say, journey);
  const effects = decision.effects as Effect[]; // written by engine/decide.ts
  const finish = effects.find((effect) => effect.do === 'finish');
  return {
    happened: tellEvent(say, decision.event, titled, journey),
    done: effects.flatMap((effect) => tellEffect(say, effect, titled, about)),
    now: finish
      ? say(`log.${finish.as}`, { outcome: sayName(say, 'outcome', finish.outcome) })
      : say('log.now', { node: titled(nodeOf(decision.next)) }),
    // That a protection did not have to step in is no news.
    read: Object.entries(decision.read)
      .filter(([name, holds]) => holds || readings[name]?.ask !== 'flag')
      .map(([name, holds]) => ({
        question: tellReading(say, name, readings[name], titled),
        holds,
      })),
  };
}

type Titled = (node: string) => string;

/** The words on a way out: what the official wrote on it, else its usual name. */
function waysOut(say: Say, journey: Journey): (node: string, port: string) => string {
  return (id, port) => {
    const node = journey.nodes.find((one) => one.id === id);
    const label = node && portsOf(node).find((one) => one.id === port)?.label;
    return label ?? sayName(say, 'port', port);
  };
}

function titles(say: Say, journey: Journey): Titled {
  const known = new Map(journey.nodes.map(({ id, kind, title }) => [id, title ?? sayName(say, 'kind', kind)]));
  return (node) => known.get(node) ?? sayName(say, 'place', node);
}

/** Event names are those of the inbox: `enter.n1`, `receipt.n2.sms.delivered`, `timer.n2.sms.limit`, `reply.n3.help` … */
function tellEvent(say: Say, event: string, titled: Titled, journey: Journey): string {
  const way = waysOut(say, journey);
  const [family = '', first = '', ...rest] = event.split('.');
  const last = rest.at(-1) ?? '';
  switch (family) {
    case 'enter':
      return say('log.enter', { node: titled(first) });
    case 'receipt':
      return say('log.receipt', { node: titled(first), status: sayName(say, 'messageStatus', last) });
    case 'timer':
      return say('log.timer', { node: titled(first) });
    case 'reply':
      return say('log.reply', { node: titled(first), answer: way(first, last) });
    case 'task':
      return say('log.task', { node: titled(first), outcome: way(first, last) });
    case 'call':
      return say('log.call', { node: titled(first), outcome: way(first, last) });
    case 'event':
      return say('log.event', { event: [first, ...rest].join('.') });
    case 'attribute':
      return say('log.attribute');
    default:
      return say('log.other', { event });
  }
}

function tellEffect(say: Say, effect: Effect, titled: Titled, { journey, withdrew }: About): string[] {
  switch (effect.do) {
    case 'send':
    case 'withdraw':
      if (effect.do === 'withdraw' && !withdrew(effect.node, effect.rung)) return [];
      return [
        say(`log.${effect.do}`, {
          node: titled(effect.node),
          channel: sayName(say, 'channel', channelOf(journey, effect)),
        }),
      ];
    case 'task':
    case 'call':
    case 'set':
    case 'answer':
      return [say(`log.do-${effect.do}`, { node: titled(effect.node) })];
    default:
      // Visits, timers and endings are the mechanics of the sentence about where the person stands.
      return [];
  }
}

function channelOf(journey: Journey, { node, rung }: { node: string; rung: string }): string {
  const rungs = journey.nodes.find(({ id }) => id === node)?.config['rungs'];
  const found = Array.isArray(rungs) ? rungs.find((one: { id?: unknown }) => one.id === rung) : undefined;
  return String((found as { channel?: unknown } | undefined)?.channel ?? rung);
}

function tellReading(say: Say, name: string, reading: Reading | undefined, titled: Titled): string {
  if (!reading) return name;
  switch (reading.ask) {
    case 'rule':
      return sayRule(say, reading.rule);
    case 'reach':
      return say('log.reach', { channel: sayName(say, 'channel', reading.channel) });
    case 'share':
      return say('log.share', { node: titled(reading.node), below: reading.below });
    case 'happened':
      return say('log.happened', { event: reading.event });
    case 'flag':
      return sayFact(say, `citizen.${reading.flag}`);
  }
}
