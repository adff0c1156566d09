'use client';

import { useStoreApi } from '@xyflow/react';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { cardWidth } from '../card-geometry.ts';
import { type Placed, type VisibleIds, visibleIds } from './visible-ids.ts';
import { detailAt } from './zoom-detail.tsx';

const Visible = createContext<VisibleIds | null>(null);

/** Follows the view and says to cards and lines under it whether they can be seen. From afar no card is: `far-layer` draws them. */
export function VisibleProvider({ children }: { children: ReactNode }) {
  const store = useStoreApi();
  const visible = useMemo(visibleIds, []);
  useEffect(() => {
    let [nodes, edges, far] = [store.getState().nodes, store.getState().edges, false];
    const follow = () => {
      const state = store.getState();
      const [x, y, zoom] = state.transform;
      const isFar = detailAt(zoom) === 'far';
      const anew = state.nodes !== nodes || state.edges !== edges || isFar !== far;
      [nodes, edges, far] = [state.nodes, state.edges, isFar];
      const [left, top] = [-x / zoom, -y / zoom];
      const view = { left, top, right: left + state.width / zoom, bottom: top + state.height / zoom };
      visible.look(
        view,
        function* (): Iterable<Placed> {
          if (isFar) return;
          for (const node of state.nodes) {
            const { x: nodeX, y: nodeY } = node.position;
            const [width, height] = [node.measured?.width ?? cardWidth, node.measured?.height ?? 100];
            yield { id: node.id, left: nodeX, right: nodeX + width, top: nodeY, bottom: nodeY + height };
          }
        },
        anew,
      );
    };
    follow();
    return store.subscribe(follow);
  }, [store, visible]);
  return <Visible value={visible}>{children}</Visible>;
}

const always = () => () => undefined;

/** Whether this card is near enough to what is seen to be painted; always, where nobody follows the view. */
export function useSeen(id: string): boolean {
  const visible = useContext(Visible);
  return useSyncExternalStore(
    visible ? (listener) => visible.subscribe(id, listener) : always,
    () => visible?.isSeen(id) ?? true,
    () => true,
  );
}
