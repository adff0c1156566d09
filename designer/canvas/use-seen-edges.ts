'use client';

import { useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useState } from 'react';
import type { LineEdge } from './flow-line.tsx';
import { visibleIds } from './visible-ids.ts';
import { detailAt } from './zoom-detail.tsx';

/** The edges that React Flow paints: those near what is seen, and all of a card that is being moved; none from afar. */
export function useSeenEdges(
  edges: readonly LineEdge[],
  { held, selected }: { held: ReadonlySet<string>; selected: readonly string[] },
): LineEdge[] {
  const store = useStoreApi();
  const boxes = useMemo(() => edges.filter(({ hidden }) => !hidden).map(boxOf), [edges]);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const visible = visibleIds();
    let far: boolean | null = null;
    const follow = () => {
      const { transform, width, height } = store.getState();
      const [x, y, zoom] = transform;
      const [left, top] = [-x / zoom, -y / zoom];
      const isFar = detailAt(zoom) === 'far';
      const view = { left, top, right: left + width / zoom, bottom: top + height / zoom };
      let looked = false;
      visible.look(view, () => ((looked = true), isFar ? [] : boxes), isFar !== far);
      far = isFar;
      if (looked) setSeen(new Set(boxes.filter(({ id }) => visible.isSeen(id)).map(({ id }) => id)));
    };
    follow();
    return store.subscribe(follow);
  }, [store, boxes]);
  return useMemo(
    () =>
      edges
        .filter(({ id, source, target }) => seen.has(id) || (seen.size > 0 && (held.has(source) || held.has(target))))
        .map((edge) => (selected.includes(edge.id) ? { ...edge, selected: true } : edge)),
    [edges, seen, held, selected],
  );
}

function boxOf({ id, data }: LineEdge) {
  const points = data?.points ?? [];
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { id, left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
