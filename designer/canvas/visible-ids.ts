export type Box = { left: number; right: number; top: number; bottom: number };
export type Placed = { id: string } & Box;

/**
 * Knows which of the things drawn can be seen, with a margin of half a screen, and tells each of them alone when that
 * changes: a large journey paints some thirty cards, not five hundred.
 */
export type VisibleIds = {
  isSeen: (id: string) => boolean;
  subscribe: (id: string, listener: () => void) => () => void;
  /** Looks again, if the view moved by more than a quarter of the margin since; `things` says where everything is. */
  look: (view: Box, things: () => Iterable<Placed>, anew?: boolean) => void;
};

export function visibleIds(): VisibleIds {
  let seen: ReadonlySet<string> = new Set();
  let looked: Box | null = null;
  const listeners = new Map<string, Set<() => void>>();
  return {
    isSeen: (id) => seen.has(id),
    subscribe: (id, listener) => {
      const own = listeners.get(id) ?? new Set();
      listeners.set(id, own.add(listener));
      return () => void own.delete(listener);
    },
    look: (view, things, anew = false) => {
      if (!anew && looked && near(looked, view)) return;
      looked = view;
      const wide = widened(view);
      const before = seen;
      const now = new Set<string>();
      for (const thing of things()) if (meets(thing, wide)) now.add(thing.id);
      seen = now;
      for (const id of before) if (!now.has(id)) for (const listener of listeners.get(id) ?? []) listener();
      for (const id of now) if (!before.has(id)) for (const listener of listeners.get(id) ?? []) listener();
    },
  };
}

export const meets = (a: Box, b: Box) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

function widened({ left, right, top, bottom }: Box): Box {
  const [x, y] = [(right - left) / 2, (bottom - top) / 2];
  return { left: left - x, right: right + x, top: top - y, bottom: bottom + y };
}

function near(a: Box, b: Box): boolean {
  const [width, height] = [a.right - a.left, a.bottom - a.top];
  const sameZoom = Math.abs(width - (b.right - b.left)) < width * 0.02;
  return sameZoom && Math.abs(a.left - b.left) < width / 8 && Math.abs(a.top - b.top) < height / 8;
}
