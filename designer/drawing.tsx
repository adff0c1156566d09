'use client';

import './react-flow.css';
import {
  Background,
  BackgroundVariant,
  Controls,
  ReactFlow,
  type ReactFlowInstance,
  ReactFlowProvider,
} from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { CardCount } from '#ui/card.tsx';
import { asEdge, asNode } from './canvas/as-flow.ts';
import { FlowCard } from './canvas/flow-card.tsx';
import { ArrowHead, FlowLine } from './canvas/flow-line.tsx';
import { MarksContext, noMarks } from './canvas/marks.ts';
import { ToldSizes } from './canvas/told-sizes.tsx';
import { ZoomDetail } from './canvas/zoom-detail.tsx';
import { cardIntoSight } from './card-into-sight.ts';
import type { Drawing as Drawn } from './draw.ts';
import styles from './drawing.module.css';

export type DrawingWords = { zoomIn: string; zoomOut: string; fit: string; controls: string };

/** The read-only drawing of a journey. `people` says who stands at each node while it runs; null when nothing does. */
export function Drawing({
  of,
  people,
  stale = false,
  label,
  words,
}: {
  of: Drawn;
  people: Record<string, CardCount> | null;
  stale?: boolean;
  label: string;
  words: DrawingWords;
}) {
  const nodes = useMemo(() => of.cards.map((card) => asNode(card, { editable: false })), [of]);
  const edges = useMemo(() => of.edges.map(asEdge), [of]);
  const marks = useMemo(() => ({ ...noMarks, people, stale }), [people, stale]);
  const frame = useRef<HTMLDivElement>(null);
  const instance = useRef<Pick<ReactFlowInstance, 'getViewport' | 'setViewport'>>(null);
  const [height, setHeight] = useState<number>();
  // As large as the width allows and as tall as that takes: a plan is read by scrolling the page, not by panning in a hole.
  const settle = useCallback(
    (flow: Pick<ReactFlowInstance, 'getViewport' | 'setViewport'>) => {
      instance.current = flow;
      const width = frame.current?.clientWidth ?? 0;
      const left = Math.min(0, ...of.cards.map(({ x }) => x));
      // Every card can be hit by a finger (WCAG 2.5.8), even where all of it then has no room.
      const least = 24 / Math.min(60, ...of.cards.map((card) => card.height));
      const zoom = Math.max(least, Math.min(1, (width - 2 * margin) / Math.max(of.width, 1)));
      void flow.setViewport({ x: (width - of.width * zoom) / 2 - left * zoom, y: margin, zoom });
      setHeight(Math.min(of.height * zoom + 2 * margin, tallest));
    },
    [of],
  );
  return (
    <div ref={frame} className={styles['drawing']} style={height === undefined ? undefined : { height }}>
      <MarksContext value={marks}>
        <ReactFlowProvider>
          <ToldSizes>
            <ZoomDetail>
              <ReactFlow
                aria-label={label}
                nodes={nodes}
                edges={edges}
                nodeTypes={nodeTypes}
                edgeTypes={edgeTypes}
                nodesDraggable={false}
                nodesConnectable={false}
                edgesFocusable={false}
                elementsSelectable
                zoomOnScroll={false}
                preventScrolling={false}
                minZoom={0.2}
                maxZoom={1.25}
                onInit={settle}
                autoPanOnNodeFocus={false}
                onFocus={({ target }) => {
                  if (target.matches('.react-flow__node:focus-visible') && frame.current && instance.current)
                    void cardIntoSight(target, frame.current, instance.current);
                }}
                proOptions={{ hideAttribution: false }}
                ariaLabelConfig={{
                  'controls.ariaLabel': words.controls,
                  'controls.zoomIn.ariaLabel': words.zoomIn,
                  'controls.zoomOut.ariaLabel': words.zoomOut,
                  'controls.fitView.ariaLabel': words.fit,
                }}
              >
                <ArrowHead />
                <Background variant={BackgroundVariant.Lines} gap={96} lineWidth={0.5} />
                <Controls showInteractive={false} position="top-right" />
              </ReactFlow>
            </ZoomDetail>
          </ToldSizes>
        </ReactFlowProvider>
      </MarksContext>
    </div>
  );
}

const margin = 32;
const tallest = 2_400;
const nodeTypes = { card: FlowCard };
const edgeTypes = { line: FlowLine };
