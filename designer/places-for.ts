import { cardWidth } from './card-geometry.ts';
import { type Place, placeCards, rowGap } from './place-cards.ts';

type Sized = { id: string; height: number; ports?: readonly { id: string }[] };
type Line = { id: string; from: string; to: string; port?: string };

/** Where every card stands: where its author put it; a card without a place below what leads to it; all anew if none has one. */
export function placesFor(
  cards: readonly Sized[],
  lines: readonly Line[],
  layout: Readonly<Record<string, Place>>,
): Map<string, Place> {
  // Its own only: a card may be called like what every object has by birth (`constructor`).
  const put = (id: string) => (Object.hasOwn(layout, id) ? layout[id] : undefined);
  if (cards.every(({ id }) => put(id) === undefined)) return placeCards(cards, lines);
  const places = new Map<string, Place>();
  for (const { id } of cards) {
    const place = put(id);
    if (place) places.set(id, place);
  }
  const missing = cards.filter(({ id }) => !places.has(id));
  for (const card of missing)
    places.set(card.id, besideOthers(card, cards, places, below(card.id, cards, lines, places)));
  return places;
}

function below(id: string, cards: readonly Sized[], lines: readonly Line[], places: Map<string, Place>): Place {
  const before = lines.find(({ from, to }) => to === id && places.has(from))?.from;
  const place = before === undefined ? undefined : places.get(before);
  const height = cards.find((card) => card.id === before)?.height ?? 0;
  if (place) return { x: place.x, y: place.y + height + rowGap };
  const foot = cards.map((card) => (places.get(card.id)?.y ?? 0) + (places.has(card.id) ? card.height : 0));
  return { x: Math.min(0, ...[...places.values()].map(({ x }) => x)), y: Math.max(0, ...foot) + rowGap };
}

/** The place, or the next to its right where nobody stands. */
function besideOthers(card: Sized, cards: readonly Sized[], places: Map<string, Place>, wish: Place): Place {
  let { x } = wish;
  const meets = () =>
    cards.find(({ id, height }) => {
      const other = places.get(id);
      return (
        other &&
        Math.abs(other.x - x) < cardWidth + 20 &&
        other.y < wish.y + card.height + 20 &&
        wish.y < other.y + height + 20
      );
    });
  for (let other = meets(); other; other = meets()) x = (places.get(other.id)?.x ?? x) + cardWidth + 40;
  return { x, y: wish.y };
}
