import type { Edge, Journey } from '#engine/journey.ts';
import { cardWidth, portHeight } from './card-geometry.ts';
import { drawCard, type WordedCard } from './draw-card.ts';
import type { Place } from './place-cards.ts';
import { placesFor } from './places-for.ts';
import { type Point, routeLines } from './route-lines.ts';
import type { Say } from './say.ts';

/** A journey ready to be painted: words in the reader's language, places in px; plain data, made on the server. */
export type Drawing = { cards: DrawnCard[]; edges: DrawnLine[]; width: number; height: number };
export type DrawnCard = WordedCard & Place;
/** `points` is the way the line takes, from its port to its card. */
export type DrawnLine = Edge & { id: string; points: Point[] };

/** Draws a journey top to bottom, in flow order. `counted` leaves room on the cards for how many people stand there. */
export function draw(say: Say, journey: Journey, { counted = false }: { counted?: boolean } = {}): Drawing {
  const worded = journey.nodes.map((node) => drawCard(say, node, journey, counted));
  const lines = linesOf(journey);
  const places = placesFor(worded, lines, journey.layout);
  const cards = worded.map((card) => ({ ...card, ...(places.get(card.id) ?? { x: 0, y: 0 }) }));
  const [left, right, bottom] = extent(cards);
  return { cards, edges: drawLines(cards, lines), width: right - left, height: bottom };
}

/** The edges between nodes that are there, by the name of their port; of two on one port, which only a broken draft has, both. */
export function linesOf({ nodes, edges }: Pick<Journey, 'nodes' | 'edges'>): (Edge & { id: string })[] {
  const ids = new Set(nodes.map(({ id }) => id));
  const taken = new Set<string>();
  return edges
    .filter(({ from, to }) => ids.has(from) && ids.has(to))
    .map((edge) => {
      let id = `${edge.from}.${edge.port}`;
      for (let n = 2; taken.has(id); n++) id = `${edge.from}.${edge.port}#${n}`;
      taken.add(id);
      return { ...edge, id };
    });
}

/** The ways that lines take between cards where they stand. */
export function drawLines(cards: readonly DrawnCard[], lines: readonly (Edge & { id: string })[]): DrawnLine[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const ends = lines.flatMap(({ id, from, port, to }) => {
    const [source, target] = [byId.get(from), byId.get(to)];
    return source && target
      ? [
          {
            id,
            from: footOf(source, port),
            foot: source.y + source.height,
            to: { x: target.x + cardWidth / 2, y: target.y },
          },
        ]
      : [];
  });
  const ways = routeLines(cards, ends, cardWidth);
  return lines.map((line) => ({ ...line, points: ways.get(line.id) ?? [] }));
}

/** Where a way out leaves its card: the middle of its pill's foot; of a port the card does not have, the card's own. */
export function footOf(card: DrawnCard, port: string): Point {
  const found = card.ports.find(({ id }) => id === port);
  if (!found) return { x: card.x + cardWidth / 2, y: card.y + card.height };
  return { x: card.x + found.x + found.width / 2, y: card.y + found.y + portHeight };
}

function extent(cards: DrawnCard[]): [number, number, number] {
  const xs = cards.map(({ x }) => x);
  return [
    Math.min(...xs, 0),
    Math.max(...xs.map((x) => x + cardWidth), 0),
    Math.max(0, ...cards.map(({ y, height }) => y + height)),
  ];
}
