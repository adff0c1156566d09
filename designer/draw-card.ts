import type { Journey, Node, Text } from '#engine/journey.ts';
import { parseConfig, portsOf } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import type { Group } from '#ui/card.tsx';
import type { Face } from '#ui/face.tsx';
import { type IconName, isIcon } from '#ui/icon.tsx';
import { type CardGeometry, cardGeometry } from './card-geometry.ts';
import { faceOf } from './face-of.ts';
import { type Say, sayName, sayPhrase } from './say.ts';

/** A node as it is painted: its words in the reader's language and the size they take; plain data. */
export type WordedCard = CardGeometry & {
  id: string;
  kind: string;
  kindName: string;
  group: Group;
  icon: IconName;
  title: string;
  summary: string;
  face: Face | null;
};

// A node object is never changed in place, and while somebody draws almost all of them stay the same.
const known = new WeakMap<Node, { say: Say; text: unknown; counted: boolean; card: WordedCard }>();

/** Puts a node into words. Nodes of unknown kinds are drawn too, as plain cards; `counted` leaves room for people. */
export function drawCard(
  say: Say,
  node: Node,
  journey: Pick<Journey, 'texts' | 'languages'>,
  counted: boolean,
): WordedCard {
  const text = textsOf(node, journey);
  const remembered = known.get(node);
  if (remembered?.say === say && remembered.text === text && remembered.counted === counted) return remembered.card;
  const card = words(say, node, text, counted);
  known.set(node, { say, text, counted, card });
  return card;
}

function textsOf({ id }: Node, { texts, languages }: Pick<Journey, 'texts' | 'languages'>) {
  return texts[languages[0] ?? 'es']?.[id];
}

function words(say: Say, node: Node, text: Record<string, Text> | undefined, counted: boolean): WordedCard {
  const kind = kindOf(node.kind);
  const config = kind && parseConfig(kind, node);
  const kindName = sayName(say, 'kind', node.kind);
  const told = kind && config?.ok ? sayPhrase(say, kind.summary(config.config)) : say('drawing.unreadable');
  const face = kind && config?.ok ? faceOf(say, kind, config.config, text) : null;
  const ports = portsOf(node).map(({ id, label }) => ({ id, label: label ?? sayName(say, 'port', id) }));
  const title = node.title ?? kindName;
  // The clock's face already says the summary.
  const summary = face?.face === 'clock' ? '' : told;
  return {
    id: node.id,
    kind: node.kind,
    kindName,
    group: kind?.group ?? 'end',
    icon: kind && isIcon(kind.icon) ? kind.icon : 'question',
    title,
    summary,
    face,
    ...cardGeometry({ title, summary, face, ports, counted }),
  };
}
