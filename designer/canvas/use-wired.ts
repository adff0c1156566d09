'use client';

import type { Connection, FinalConnectionState, IsValidConnection } from '@xyflow/react';
import { useMemo } from 'react';
import { kindOf } from '#engine/nodes/index.ts';
import type { Place } from '../place-cards.ts';
import type { DraftStore } from '../store/draft-store.ts';
import type { Acts } from './acts.ts';
import { cardAt, pointOf } from './at-pointer.ts';
import type { LineEdge } from './flow-line.tsx';

/** Where something new was asked for: at a place, behind a way out if one was pulled there. */
export type Wanted = { screen: Place; behind: { from: string; port: string } | null };

/** Drawing lines by hand: from a way out to a card, or into the void to choose what comes next; moving and dropping their ends. */
export function useWired(store: DraftStore, act: Acts['act'], want: (wanted: Wanted) => void) {
  return useMemo(() => {
    const kind = (id: string | null) => store.getSnapshot().draft.nodes.find((node) => node.id === id)?.kind;
    const isEntered = (id: string | null) => {
      const leads = kind(id);
      return leads !== undefined && kindOf(leads)?.entry === undefined;
    };
    const isValidConnection: IsValidConnection<LineEdge> = ({ source, target, sourceHandle }) =>
      source !== null && sourceHandle != null && isEntered(target);
    return {
      isValidConnection,
      onConnect: ({ source, sourceHandle, target }: Connection) => {
        if (sourceHandle !== null) act('pull-from-port', { from: source, port: sourceHandle, to: target });
      },
      onConnectEnd: (
        event: MouseEvent | TouchEvent,
        { isValid, fromNode, fromHandle, toNode }: FinalConnectionState,
      ) => {
        if (isValid || toNode || !fromNode || fromHandle?.type !== 'source' || fromHandle.id == null) return;
        const behind = { from: fromNode.id, port: fromHandle.id };
        const screen = pointOf(event);
        const to = cardAt(screen);
        // Let go anywhere on a card, the line leads there; on one that cannot be entered nothing is meant, in the void a next step is.
        if (to === undefined) want({ screen, behind });
        else if (isEntered(to)) act('pull-from-port', { ...behind, to });
      },
      onReconnect: ({ data }: LineEdge, { source, sourceHandle, target }: Connection) => {
        if (!data || sourceHandle === null) return;
        act('drag-line-end', {
          line: { from: data.from, port: data.port },
          to: { from: source, port: sourceHandle, to: target },
        });
      },
      onReconnectEnd: (
        _: MouseEvent | TouchEvent,
        { data }: LineEdge,
        __: unknown,
        { isValid, toNode }: FinalConnectionState,
      ) => {
        if (data && !isValid && !toNode) act('drop-line-nowhere', { from: data.from, port: data.port });
      },
    };
  }, [store, act, want]);
}
