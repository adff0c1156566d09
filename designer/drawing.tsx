'use client';

import '@xyflow/react/dist/base.css';
import {
  Background,
  BackgroundVariant,
  Controls,
  type Edge,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  useStore,
} from '@xyflow/react';
import { type ReactNode, useMemo } from 'react';
import { Card } from '#ui/card.tsx';
import { CardFace } from '#ui/face.tsx';
import type { DrawnCard, Drawing as Drawn } from './draw.ts';
import styles from './drawing.module.css';

export type DrawingWords = { zoomIn: string; zoomOut: string; fit: string; controls: string };
type Standing = { people: string | null; wet: boolean; stale: boolean };
type CardNode = Node<{ card: DrawnCard; standing: Standing; connected: boolean }, 'card'>;

/** The read-only drawing of a journey. `people` says who stands at each node while it runs; null when nothing does. */
export function Drawing({
  of,
  people,
  stale = false,
  label,
  words,
}: {
  of: Drawn;
  people: Record<string, { n: number; words: string }> | null;
  stale?: boolean;
  label: string;
  words: DrawingWords;
}) {
  const nodes = useMemo(() => of.cards.map((card) => asNode(card, of, people, stale)), [of, people, stale]);
  const edges = useMemo(() => of.edges.map(asEdge), [of]);
  return (
    <div className={styles['drawing']}>
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
        fitView
        fitViewOptions={{ padding: 0.06, maxZoom: 1 }}
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
    </div>
  );
}

const nodeTypes = { card: FlowCard };

function FlowCard({ data: { card, standing, connected } }: NodeProps<CardNode>) {
  const zoom = useStore(zoomStep);
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
        people={standing.people}
        stale={standing.stale}
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

function asNode(
  card: DrawnCard,
  of: Drawn,
  people: Record<string, { n: number; words: string }> | null,
  stale: boolean,
): CardNode {
  const here = people?.[card.id];
  return {
    id: card.id,
    type: 'card',
    position: { x: card.x, y: card.y },
    data: {
      card,
      standing: { people: people ? (here?.words ?? null) : null, wet: (here?.n ?? 0) > 0, stale },
      connected: of.edges.some(({ to }) => to === card.id),
    },
    ariaLabel: [card.kindName, card.title, card.summary, here?.words].filter(Boolean).join('. '),
    initialWidth: 264,
    initialHeight: card.height,
  };
}

function asEdge({ id, from, to, port: sourceHandle }: Drawn['edges'][number]): Edge {
  return {
    id,
    source: from,
    target: to,
    sourceHandle,
    type: 'smoothstep',
    markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14, color: 'var(--ink-2)' },
    ariaLabel: `${from} → ${to}`,
  };
}
