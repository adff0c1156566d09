import type { Text } from '#engine/journey.ts';
import type { Ladder } from '#engine/ladder.ts';
import type { NodeKind } from '#engine/node.ts';
import type { Face } from '#ui/face.tsx';
import type { IconName } from '#ui/icon.tsx';
import { type Say, sayName, sayPhrase } from './say.ts';

/** What a card's face shows, derived from the kind's declared face and the node's own config. */
export function faceOf(
  say: Say,
  kind: NodeKind<unknown>,
  config: unknown,
  texts: Record<string, Text> | undefined,
): Face | null {
  const data = config as Record<string, unknown>; // the kind's own schema has just read it
  switch (kind.face) {
    case 'bubble':
      return { face: 'bubble', words: firstWords(texts) };
    case 'ladder':
      return ladderFace(say, data as unknown as Ladder);
    case 'fork':
      return forkFace(say, shares(say, kind, config, data));
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

/** A card is no list: of more than these the last are counted. */
const mostRows = 4;

function ladderFace(say: Say, { rungs, order }: Ladder): Face {
  const all = rungs.map(({ id, channel }) => ({
    id,
    icon: channelIcons[channel] ?? ('bubble' as const),
    label: sayName(say, 'channel', channel),
  }));
  return { face: 'ladder', parallel: order === 'parallel', ...atMost(say, 'rungs', all) };
}

function forkFace(say: Say, all: Extract<Face, { face: 'fork' }>['shares']): Face {
  return { face: 'fork', ...atMost(say, 'shares', all) };
}

function atMost<K extends string, T>(say: Say, name: K, all: T[]) {
  const shown = all.length > mostRows ? all.slice(0, mostRows - 1) : all;
  const more = all.length > shown.length ? say('drawing.more', { n: all.length - shown.length }) : null;
  return { [name]: shown, more } as { [N in K]: T[] } & { more: string | null }; // a computed name loses its type
}

function shares(say: Say, kind: NodeKind<unknown>, config: unknown, data: Record<string, unknown>) {
  const percents = Array.isArray(data['shares']) ? (data['shares'] as { percent: number }[]) : [];
  return kind.ports(config).map(({ id, label }, i) => ({
    id,
    label: percents[i] ? id : (label ?? sayName(say, 'port', id)),
    percent: percents[i]?.percent ?? null,
  }));
}

function firstWords(texts: Record<string, Text> | undefined): string {
  const [first] = Object.values(texts ?? {});
  return (first?.subject ?? first?.body ?? '…').replaceAll(/\s+/g, ' ').slice(0, 80);
}
