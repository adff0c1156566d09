'use client';

import { ReactFlow, useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useAnnounce } from '#ui/announcer.tsx';
import { cardWidth } from '../card-geometry.ts';
import { useDesk } from '../desk/use-desk.tsx';
import { Ruler } from '../ruler/ruler.tsx';
import { useWhen } from '../ruler/use-when.ts';
import { fragmentOf } from '../store/fragment.ts';
import { actThrough } from '../store/gesture.ts';
import { useDraft, useDraftStore } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';
import { type Acts, ActsContext } from './acts.ts';
import { Asked, type Asking } from './asked.tsx';
import { CanvasTools } from './canvas-tools.tsx';
import { cardLabel } from './card-label.ts';
import { ConnectionLine } from './connection-line.tsx';
import { ContextMenu } from './context-menu.tsx';
import { EmptyCanvas } from './empty-canvas.tsx';
import { FarLayer } from './far-layer.tsx';
import { FindBar } from './find-bar.tsx';
import { allInView, firstView } from './first-view.ts';
import { asFlow, selectionOf } from './flow.ts';
import { ArrowHead } from './flow-line.tsx';
import { middleOfFree } from './free-left.ts';
import { gestures } from './gestures.ts';
import { Grid } from './grid.tsx';
import { OverContext, useMarks } from './marks.ts';
import { MiniMap } from './mini-map.tsx';
import { edgeTypes, nodeTypes } from './painters.ts';
import { Palette } from './palette.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { ShiftsContext, usePutShifted } from './shifts.ts';
import styles from './surface.module.css';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useComing } from './use-coming.ts';
import { useDrawing } from './use-drawing.ts';
import { useFlowNodes } from './use-flow-nodes.ts';
import { useHandling } from './use-handling.ts';
import { useNewSteps } from './use-new-steps.ts';
import { useNextProblem } from './use-next-problem.ts';
import { useSeenEdges } from './use-seen-edges.ts';
import { bringIntoSight, useStanding } from './use-standing.ts';
import { useWired } from './use-wired.ts';

/** What the hand and the keyboard work on: React Flow with the draft on it, and the tools around. */
export function Surface({ onFound }: { onFound: (found: ReadonlySet<string> | null) => void }) {
  const say = useSay();
  const announce = useAnnounce();
  const store = useDraftStore();
  const desk = useDesk();
  const view = useReactFlow();
  const frame = useRef<HTMLDivElement>(null);
  const draft = useDraft((state) => state.draft);
  const selection = useDraft((state) => state.selection);
  const drawing = useDrawing();
  const when = useWhen();
  const { problems, path } = useMarks();
  const flow = useMemo(() => asFlow(draft, drawing), [draft, drawing]);
  const act = useMemo(() => actThrough(gestures, store), [store]);
  const [asking, ask] = useState<Asking | null>(null);
  const [palette, setPalette] = useState(draft.nodes.length === 0);

  const steps = useNewSteps(
    store,
    act,
    useCallback(() => middleOfFree(frame.current), []),
  );
  const wired = useWired(
    store,
    act,
    useCallback((wanted) => ask({ is: 'next', wanted }), []),
  );
  const handling = useHandling({ flow, drawing, act, frame });
  const { letGo, shifts } = handling;
  usePutShifted(frame, shifts);
  const acts = useMemo(
    (): Acts => ({
      act,
      resized: (list, id, box) => {
        letGo.current();
        act('drag-corner', { list, id, box });
      },
    }),
    [act, letGo],
  );
  const { at, walk, walkToEnd } = useStanding(frame, drawing);
  // The view goes along with whoever is walked through.
  const walked = path?.here ?? null;
  useEffect(() => {
    const card = drawing.cards.find(({ id }) => id === walked);
    if (card && frame.current) bringIntoSight(view, frame.current, { ...card, width: cardWidth });
    // A card that is dragged meanwhile stays under the hand.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [walked]);
  const nextProblem = useNextProblem();
  const endFinding = () => {
    ask(null);
    // Whoever looked for a step is then at it.
    requestAnimationFrame(() => {
      frame.current?.querySelector<HTMLElement>('.react-flow__node[tabindex="0"]')?.focus({ preventScroll: true });
    });
  };
  // All of the drawing, those of its cards included that are not on the canvas yet.
  const fit = (duration: number) =>
    void view.setViewport(
      allInView(view.getNodesBounds(flow.nodes.filter(({ hidden }) => !hidden)), frame.current, smallest, largest),
      { duration },
    );
  const onKeyDown = useCanvasKeys({
    fit,
    walk: (direction) => walk(direction) || announce(say(`canvas.noWay-${direction}`)),
    walkToEnd,
    toggle: () => undefined,
    open: (what) => ask(what === 'next' ? { is: 'next', wanted: null } : { is: what }),
    nextProblem,
  });
  useEffect(() => {
    desk.placeBy(() => {
      const { x, y } = view.screenToFlowPosition(middleOfFree(frame.current));
      return { x: Math.round(x), y: Math.round(y) };
    });
    return () => desk.placeBy(null);
  }, [desk, view]);

  const labelled = useMemo(() => {
    const card = drawing.cards.find(({ id }) => id === at);
    return (
      card && {
        id: card.id,
        label: cardLabel(say, card, { draft, when: when.get(card.id), problems: problems[card.id] }),
      }
    );
  }, [say, drawing, draft, when, problems, at]);
  const coming = useComing(drawing.cards);
  const nodes = useFlowNodes(flow, { coming, selection, held: handling.held, current: at, labelled });
  const edges = useSeenEdges(flow.edges, { held: handling.held.ids, selected: selection.edges });

  return (
    <ActsContext value={acts}>
      <OverContext value={handling.over}>
        <ShiftsContext value={shifts}>
          <div
            ref={frame}
            className={styles['surface']}
            data-drop-steps
            data-palette={palette || undefined}
            onKeyDown={onKeyDown}
            // React Flow says a moment later that the view stands still; who presses on a card meanwhile means the card.
            onPointerUpCapture={() => frame.current?.removeAttribute('data-moving')}
            onCopy={(event) => copy(event, false)}
            onCut={(event) => copy(event, true)}
            onPaste={(event) => {
              if (isTyping(event.target)) return;
              event.preventDefault();
              desk.paste(event.clipboardData.getData('text/plain'));
            }}
          >
            <ReactFlow
              aria-label={say('canvas.label')}
              role="application"
              nodes={nodes}
              edges={edges}
              nodeTypes={nodeTypes}
              edgeTypes={edgeTypes}
              {...handling.props}
              {...wired}
              connectionLineComponent={ConnectionLine}
              edgesFocusable={false}
              nodesFocusable={false}
              disableKeyboardA11y
              deleteKeyCode={null}
              selectionKeyCode="Shift"
              multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
              panActivationKeyCode="Space"
              zoomOnDoubleClick={false}
              panOnScroll
              zoomOnPinch
              snapToGrid
              snapGrid={snap}
              connectionRadius={28}
              reconnectRadius={14}
              elevateNodesOnSelect={false}
              onInit={(instance) => void instance.setViewport(firstView(drawing.cards, frame.current))}
              minZoom={smallest}
              maxZoom={largest}
              onNodeClick={(event, { id }) => focusCard(event.target, id)}
              // The menu is of what the hand is on.
              onNodeContextMenu={(event, node) => {
                if (!node.selected) store.select(selectionOf([node.id], []));
                ask(menuAt(event));
              }}
              onEdgeContextMenu={(event, edge) => {
                if (!edge.selected) store.select(selectionOf([], [edge.id]));
                ask(menuAt(event));
              }}
              onPaneContextMenu={(event) => ask(menuAt(event))}
              onSelectionContextMenu={(event) => ask(menuAt(event))}
              onNodeDoubleClick={(_, node) =>
                desk.begin(node.type === 'note' ? 'edit-note' : node.type === 'frame' ? 'edit-frame' : 'edit-config')
              }
            >
              <FarLayer edges={flow.edges} />
              <ArrowHead />
              <Grid />
            </ReactFlow>
            <Ruler cards={drawing.cards} when={when} selected={selection.nodes} />
            {draft.nodes.length === 0 && <EmptyCanvas onChoose={steps.put} />}
            {palette ? (
              <Palette steps={steps} onClose={() => setPalette(false)} />
            ) : (
              <button type="button" className={styles['add']} onClick={() => setPalette(true)}>
                {say('command.add')}
              </button>
            )}
            <CanvasTools onFit={fit} onFind={() => ask({ is: 'find' })} onShortcuts={() => ask({ is: 'shortcuts' })} />
            {asking?.is === 'find' && <FindBar cards={drawing.cards} onFound={onFound} onClose={endFinding} />}
            <SelectionBar />
            <MiniMap cards={drawing.cards} />
            <div className={styles['veil']} />
            {asking?.is === 'menu' && <ContextMenu at={asking.at} onClose={() => ask(null)} />}
            <Asked asking={asking} steps={steps} onClose={() => ask(null)} />
          </div>
        </ShiftsContext>
      </OverContext>
    </ActsContext>
  );

  /** A card takes the focus with the first press, though until then Tab reached another. */
  function focusCard(pressed: EventTarget, id: string) {
    if (pressed instanceof Element && pressed.closest('button, input, textarea, select, a')) return;
    requestAnimationFrame(() =>
      frame.current
        ?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
        ?.focus({ preventScroll: true }),
    );
  }

  function copy(event: React.ClipboardEvent, cut: boolean) {
    if (isTyping(event.target) || selection.nodes.length + selection.notes.length === 0) return;
    event.preventDefault();
    const stands = Object.fromEntries(drawing.cards.map(({ id, x, y }) => [id, { x, y }]));
    const whole = { ...draft, layout: { ...stands, ...draft.layout } };
    event.clipboardData.setData('text/plain', JSON.stringify(fragmentOf(whole, selection), null, 2));
    if (cut) act('delete-selected', selection);
    announce(say(cut ? 'canvas.cut' : 'canvas.copied', { n: selection.nodes.length + selection.notes.length }));
  }
}

const snap: [number, number] = [8, 8];
const [smallest, largest] = [0.04, 1.5];

const isTyping = (target: EventTarget) => target instanceof HTMLElement && target.matches('input, textarea, select');

function menuAt(event: { preventDefault: () => void; clientX?: number; clientY?: number }): Asking {
  event.preventDefault();
  return { is: 'menu', at: { x: event.clientX ?? 0, y: event.clientY ?? 0 } };
}
