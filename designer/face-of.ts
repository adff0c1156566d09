import type { Journey, Node } from '#engine/journey.ts';
import type { Ladder } from '#engine/ladder.ts';
import type { NodeKind } from '#engine/node.ts';
import type { Face } from '#ui/face.tsx';
import type { IconName } from '#ui/icon.tsx';
import { type Say, sayName, sayPhrase } from './say.ts';

/** What a card's face shows, derived from the kind's declared face and the node's own config. */
export function faceOf(say: Say, kind: NodeKind<unknown>, node: Node, config: unknown, journey: Journey): Face | null {
  const data = config as Record<string, unknown>; // the kind's own schema has just read it
  switch (kind.face) {
    case 'bubble':
      return { face: 'bubble', words: firstWords(node, journey) };
    case 'ladder':
      return ladderFace(say, data as unknown as Ladder);
    case 'fork':
      return { face: 'fork', shares: shares(say, kind, config, data) };
    case 'clock':
      return { face: 'clock', label: sayPhrase(say, kind.summary(config)) };
    case 'hand':
      return {
        face: 'hand',
        team: sayName(say, 'skill', String(data['skill'] ?? '')),
        term: say('unit.workingHours', { n: Number(data['hours'] ?? 0) }),
      };
    case 'gate':
      return { face: 'gate', label: String(data['event'] ?? data['endpoint'] ?? sayName(say, 'kind', kind.kind)) };
    case null:
      return null;
  }
}

export const channelIcons: Record<string, IconName> = {
  sms: 'phone',
  voice: 'speaker',
  email: 'envelope',
  push: 'bell',
  letter: 'letter',
};

function ladderFace(say: Say, { rungs, order }: Ladder): Face {
  return {
    face: 'ladder',
    parallel: order === 'parallel',
    rungs: rungs.map(({ id, channel }) => ({
      id,
      icon: channelIcons[channel] ?? 'bubble',
      label: sayName(say, 'channel', channel),
    })),
  };
}

function shares(say: Say, kind: NodeKind<unknown>, config: unknown, data: Record<string, unknown>) {
  const percents = Array.isArray(data['shares']) ? (data['shares'] as { percent: number }[]) : [];
  return kind.ports(config).map(({ id, label }, i) => ({
    id,
    label: percents[i] ? id : (label ?? sayName(say, 'port', id)),
    percent: percents[i]?.percent ?? null,
  }));
}

function firstWords(node: Node, journey: Journey): string {
  const texts = journey.texts[journey.languages[0] ?? 'es']?.[node.id] ?? {};
  const [first] = Object.values(texts);
  return (first?.subject ?? first?.body ?? '…').replaceAll(/\s+/g, ' ').slice(0, 80);
}
