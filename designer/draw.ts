import type { Edge, Journey, Node } from '#engine/journey.ts';
import { parseConfig, portsOf } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import type { Group } from '#ui/card.tsx';
import type { Face } from '#ui/face.tsx';
import { type IconName, isIcon } from '#ui/icon.tsx';
import { faceOf } from './face-of.ts';
import { cardWidth, placeCards, type Way } from './place-cards.ts';
import { type Say, sayName, sayPhrase } from './say.ts';

/** A journey ready to be painted: words in the reader's language, places in px; plain data, made on the server. */
export type Drawing = { cards: DrawnCard[]; edges: DrawnLine[]; width: number; height: number };
/** `ways` are the lanes that the line goes down past other rows; `placed` is false where the author laid cards out. */
export type DrawnLine = Edge & { id: string; ways: Way[]; placed: boolean };
export type DrawnCard = {
  id: string;
  kind: string;
  kindName: string;
  group: Group;
  icon: IconName;
  title: string;
  summary: string;
  face: Face | null;
  ports: { id: string; label: string }[];
  x: number;
  y: number;
  height: number;
};

/** Draws a journey top to bottom, in flow order. Nodes of unknown kinds are drawn too, as plain cards. */
export function draw(say: Say, journey: Journey): Drawing {
  const ids = new Set(journey.nodes.map(({ id }) => id));
  const edges = journey.edges
    .filter(({ from, to }) => ids.has(from) && ids.has(to))
    .map((edge) => ({ ...edge, id: `${edge.from}.${edge.port}` }));
  const cards = journey.nodes.map((node) => drawCard(say, node, journey));
  const placed = placeCards(cards, edges, journey.layout);
  const [left, right, bottom] = extent(placed.cards);
  const row = new Map(placed.cards.map(({ id: card, y }) => [card, y] as const));
  return {
    cards: placed.cards,
    edges: edges.map((edge) => ({
      ...edge,
      ways: placed.ways[edge.id] ?? [],
      placed: laidOut(journey) ? false : (row.get(edge.from) ?? 0) < (row.get(edge.to) ?? 0),
    })),
    width: right - left,
    height: bottom,
  };
}

const laidOut = ({ nodes, layout }: Journey) => nodes.every(({ id }) => layout[id]);

function extent(cards: { x: number; y: number; height: number }[]): [number, number, number] {
  const xs = cards.map(({ x }) => x);
  return [
    Math.min(...xs, 0),
    Math.max(...xs.map((x) => x + cardWidth), 0),
    Math.max(0, ...cards.map(({ y, height }) => y + height)),
  ];
}

function drawCard(say: Say, node: Node, journey: Journey) {
  const kind = kindOf(node.kind);
  const config = kind && parseConfig(kind, node);
  const kindName = sayName(say, 'kind', node.kind);
  const summary = kind && config?.ok ? sayPhrase(say, kind.summary(config.config)) : say('drawing.unreadable');
  const face = kind && config?.ok ? faceOf(say, kind, node, config.config, journey) : null;
  const ports = portsOf(node).map(({ id, label }) => ({ id, label: label ?? sayName(say, 'port', id) }));
  return {
    id: node.id,
    kind: node.kind,
    kindName,
    group: kind?.group ?? 'end',
    icon: kind && isIcon(kind.icon) ? kind.icon : 'question',
    title: node.title ?? kindName,
    // The clock's face already says the summary.
    summary: face?.face === 'clock' ? '' : summary,
    face,
    ports,
    height: heightOf(summary, face, ports),
  } as const satisfies Omit<DrawnCard, 'x' | 'y'>;
}

/** Near enough to lay cards out without measuring them in a browser. */
function heightOf(summary: string, face: Face | null, ports: { label: string }[]): number {
  const lines = Math.min(3, Math.ceil(summary.length / 38));
  const inside =
    face?.face === 'ladder' && !face.parallel
      ? face.rungs.length * 20
      : face?.face === 'fork'
        ? face.shares.length * 20
        : 28;
  const rows = Math.ceil(ports.reduce((width, { label }) => width + Math.min(150, 24 + label.length * 6.5), 0) / 240);
  return 24 + 20 + 8 + lines * 18 + (face ? inside + 8 : 0) + 26 + rows * 30;
}
