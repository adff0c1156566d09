'use client';

import { useMemo } from 'react';
import { actThrough } from '../store/gesture.ts';
import { journeyOf } from '../store/draft.ts';
import { useDraft, useDraftStore } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';
import type { Asks } from './asks.ts';
import type { House } from './context.ts';
import { inspectorGestures } from './gestures.ts';
import { JourneyInspector } from './journey-inspector.tsx';
import { NodeInspector } from './node-inspector.tsx';

/**
 * The panel beside the drawing: the step that is selected, or the journey when none is. Everything it changes goes through
 * commands; what the journey cannot hold yet stays in the panel, marked.
 */
export function Inspector({
  house,
  asks,
  helps,
  reviewer,
  now,
}: {
  house: House;
  asks: Asks;
  /** The help pages by kind. */
  helps: Readonly<Record<string, string>>;
  /** The official's name, for texts that they review. */
  reviewer: string | null;
  now: number;
}) {
  const say = useSay();
  const store = useDraftStore();
  const act = useMemo(() => actThrough(inspectorGestures, store), [store]);
  const draft = useDraft(({ draft: one }) => one);
  const problems = useDraft(({ problems: all }) => all);
  const selected = useDraft(({ selection }) => selection.nodes);
  const journey = useMemo(() => journeyOf(draft), [draft]);
  const node = selected.length === 1 ? (journey.nodes.find(({ id }) => id === selected[0]) ?? null) : null;
  const context = useMemo(() => ({ say, journey, node, house, asks, now }), [say, journey, node, house, asks, now]);
  if (selected.length > 1) return <p>{say('inspector.several', { n: selected.length })}</p>;
  if (!node)
    return (
      <JourneyInspector
        problems={problems}
        edits={{
          onSetting: (setting, value) => act('journey-settings', { setting, value }),
          onExits: (list, exits) => act('journey-exits', { list, exits: exits as never }), // the command reads them anew
          onVariables: (variables) => act('journey-variables', { variables: variables as never }), // likewise
        }}
        context={context}
      />
    );
  return (
    <NodeInspector
      key={node.id}
      node={node}
      problems={problems}
      edits={{
        onTitle: (title) => act('inspect-title', { node: node.id, title }),
        onNote: (note) => act('inspect-note', { node: node.id, note }),
        onField: (field, value) => act('inspect-field', { node: node.id, path: [field], value }),
        onText: (language, channel, text) => act('inspect-text', { language, node: node.id, channel, text }),
      }}
      help={helps[node.kind]}
      context={context}
      reviewer={reviewer}
    />
  );
}
