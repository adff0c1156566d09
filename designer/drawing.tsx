'use client';

import '@xyflow/react/dist/base.css';
import {
  Background,
  BackgroundVariant,
  BaseEdge,
  Controls,
  type Edge,
  type EdgeProps,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  useStore,
} from '@xyflow/react';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { Card } from '#ui/card.tsx';
import { CardFace } from '#ui/face.tsx';
import type { Drawing as Drawn, DrawnCard, DrawnLine } from './draw.ts';
import styles from './drawing.module.css';
import { linePath } from './line-path.ts';
import { rowGap } from './place-cards.ts';

export type DrawingWords = { zoomIn: string; zoomOut: string; fit: string; controls: string };
/** What changes every second goes round React Flow: a new node object would make it measure and draw every line again. */
type Live = { people: People | null; stale: boolean };
type People = Record<string, { n: number; words: string }>;
const Standing = createContext<Live>({ people: null, stale: false });
type LineEdge = Edge<{ line: DrawnLine; shift: number }, 'line'>;
type CardNode = Node<{ card: DrawnCard; connected: boolean }, 'card'>;

/** The read-only drawing of a journey. `people` says who stands at each node while it runs; null when nothing does. */
export function Drawing({
  of,
  people,
  stale = false,
  label,
  words,
}: {
  of: Drawn;
  people: People | null;
  stale?: boolean;
  label: string;
  words: DrawingWords;
}) {
  const nodes = useMemo(() => of.cards.map((card) => asNode(card, of)), [of]);
  const live = useMemo(() => ({ people, stale }), [people, stale]);
  const edges = useMemo(() => of.edges.map(asEdge), [of]);
  const frame = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState<number>();
  // As large as the width allows and as tall as that takes: a plan is read by scrolling the page, not by panning in a hole.
  const settle = useCallback(
    (flow: { setViewport: (viewport: { x: number; y: number; zoom: number }) => unknown }) => {
      const width = frame.current?.clientWidth ?? 0;
      const left = Math.min(0, ...of.cards.map(({ x }) => x));
      const zoom = Math.max(0.3, Math.min(1, (width - 2 * margin) / Math.max(of.width, 1)));
      flow.setViewport({ x: (width - of.width * zoom) / 2 - left * zoom, y: margin, zoom });
      setHeight(Math.min(of.height * zoom + 2 * margin, tallest));
    },
    [of],
  );
  return (
    <div ref={frame} className={styles['drawing']} style={height === undefined ? undefined : { height }}>
      <Standing value={live}>
        <ReactFlow
          aria-label={label}
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          nodesDraggable={false}
          nodesConnectable={false}
          edgesFocusable={false}
          elementsSelectable
          zoomOnScroll={false}
          preventScrolling={false}
          minZoom={0.2}
          maxZoom={1.25}
          onInit={settle}
          edgeTypes={edgeTypes}
          proOptions={{ hideAttribution: false }}
          ariaLabelConfig={{
            'controls.ariaLabel': words.controls,
            'controls.zoomIn.ariaLabel': words.zoomIn,
            'controls.zoomOut.ariaLabel': words.zoomOut,
            'controls.fitView.ariaLabel': words.fit,
          }}
        >
          <Background variant={BackgroundVariant.Lines} gap={96} lineWidth={0.5} />
          <Controls showInteractive={false} position="top-right" />
        </ReactFlow>
      </Standing>
    </div>
  );
}

const margin = 32;
const tallest = 2_400;
const nodeTypes = { card: FlowCard };
const edgeTypes = { line: FlowLine };

function FlowLine({ sourceX, sourceY, targetX, targetY, markerEnd, data }: EdgeProps<LineEdge>) {
  const path = linePath(
    { x: sourceX, y: sourceY },
    { x: targetX, y: targetY },
    data?.line.ways ?? [],
    data?.shift ?? 0,
    rowGap,
  );
  return <BaseEdge path={path} {...(markerEnd === undefined ? {} : { markerEnd })} />;
}

function FlowCard({ data: { card, connected } }: NodeProps<CardNode>) {
  const zoom = useStore(zoomStep);
  const { people, stale } = useContext(Standing);
  const near = zoom === 'near';
  return (
    <div className={`${styles['card']} ${styles[zoom]}`}>
      {connected && <Handle type="target" position={Position.Top} className={styles['handle']} isConnectable={false} />}
      <Card
        group={card.group}
        icon={card.icon}
        kind={card.kindName}
        title={card.title}
        summary={card.summary}
        face={card.face && <CardFace of={card.face} />}
        people={people?.[card.id]?.words ?? null}
        stale={stale}
        ports={card.ports.map(({ id, label }) => ({ id, label, slot: port(id) }))}
      />
      {!near && <span className="visually-hidden">{card.summary}</span>}
    </div>
  );
}

function port(id: string): ReactNode {
  return <Handle type="source" id={id} position={Position.Bottom} className={styles['handle']} isConnectable={false} />;
}

/** What is shown at which zoom: all of it, the essentials, or only the mark and the count. */
function zoomStep({ transform }: { transform: [number, number, number] }): 'near' | 'middle' | 'far' {
  const [, , zoom] = transform;
  return zoom >= 0.75 ? 'near' : zoom >= 0.4 ? 'middle' : 'far';
}

function asNode(card: DrawnCard, of: Drawn): CardNode {
  return {
    id: card.id,
    type: 'card',
    position: { x: card.x, y: card.y },
    data: { card, connected: of.edges.some(({ to }) => to === card.id) },
    ariaLabel: [card.kindName, card.title, card.summary].filter(Boolean).join('. '),
    initialWidth: 264,
    initialHeight: card.height,
  };
}

function asEdge(line: DrawnLine, i: number): Edge {
  return {
    id: line.id,
    source: line.from,
    target: line.to,
    sourceHandle: line.port,
    // A line that runs back up, or between cards the author placed, finds its own way.
    type: line.placed ? 'line' : 'smoothstep',
    data: { line, shift: ((i % 5) - 2) * 7 },
    markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14, color: 'var(--ink-2)' },
  };
}
