'use client';

import { useId, useMemo, useState } from 'react';
import { check } from '#engine/check.ts';
import type { Journey, Node, Text } from '#engine/journey.ts';
import { portsOf } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import { Announcer } from '#ui/announcer.tsx';
import { setIn } from '../../commands/set-in.ts';
import { MessagePanel } from '../../controls/message/message-panel.tsx';
import { useSay } from '../../use-say.ts';
import type { Asks } from '../asks.ts';
import { problemsAt } from '../field-problems.ts';
import { JourneyInspector } from '../journey-inspector.tsx';
import { NodeInspector } from '../node-inspector.tsx';
import { inventedAsks, inventedHouse, now } from './invented-house.ts';

/** A step in a small journey, edited for real and checked for real, but kept by nobody. */
export function TryNode({
  node: given,
  journey: around = {},
  asks = inventedAsks,
  help,
  show = 'step',
}: {
  node: Node;
  journey?: Partial<Journey>;
  asks?: Asks;
  help?: string;
  show?: 'step' | 'words' | 'journey';
}) {
  const say = useSay();
  // Several stand on one page, and what has an id in the page must have it alone.
  const id = `n${useId().replace(/[^a-zA-Z0-9]/g, '')}`;
  const first = { ...given, id };
  const [journey, setJourney] = useState<Journey>(() => journeyWith(first, renamed(around, id)));
  const problems = useMemo(() => check(journey, { ...inventedHouse }), [journey]);
  const node = journey.nodes.find((one) => one.id === id) ?? first;
  const context = { say, journey, node: show === 'journey' ? null : node, house: inventedHouse, asks, now };
  const edit = (change: (one: Node) => Node) =>
    setJourney((before) => ({
      ...before,
      nodes: before.nodes.map((one) => (one.id === first.id ? change(one) : one)),
    }));
  const onText = (language: string, channel: string, text: Text) =>
    setJourney((before) => ({
      ...before,
      texts: setIn(before.texts, [language, first.id, channel], text) as Journey['texts'],
    }));
  return (
    <Announcer>
      {show === 'words' && (
        <MessagePanel
          node={first.id}
          channels={spoken(node)}
          problems={problemsAt(say, problems, first.id, ['texts'])}
          onText={onText}
          context={context}
          reviewer="Ana Ferrer"
        />
      )}
      {show === 'step' && (
        <NodeInspector
          node={node}
          problems={problems}
          edits={{
            onTitle: (title) => edit((one) => ({ ...one, title })),
            onNote: (note) => edit((one) => ({ ...one, note })),
            onField: (field, value) =>
              edit((one) => ({ ...one, config: setIn(one.config, [field], value) as Node['config'] })),
          }}
          help={help}
          context={context}
        />
      )}
      {show === 'journey' && (
        <JourneyInspector
          problems={problems}
          edits={{
            onSetting: (setting, value) => {
              setJourney((before) => ({ ...before, [setting]: value }));
              return null;
            },
            onExits: (list, exits) => {
              setJourney((before) => ({ ...before, [list]: exits }));
              return null;
            },
            onVariables: (variables) => {
              setJourney((before) => ({ ...before, variables: variables as Journey['variables'] }));
              return null;
            },
          }}
          context={context}
        />
      )}
    </Announcer>
  );
}

/** The texts of `n2` as texts of this node. */
function renamed({ texts, ...rest }: Partial<Journey>, id: string): Partial<Journey> {
  if (!texts) return rest;
  const own = Object.entries(texts).map(([language, nodes]) => [language, { [id]: nodes['n2'] ?? {} }]);
  return { ...rest, texts: Object.fromEntries(own) as Journey['texts'] };
}

function spoken(node: Node): string[] {
  const rungs = (node.config['rungs'] ?? []) as { channel: string }[]; // the specimens write them so
  return [...new Set(rungs.map(({ channel }) => channel))];
}

const start: Node = {
  id: 'start',
  kind: 'launch',
  config: { audience: { fact: 'citizen.grantLastYear', is: 'equals', value: true } },
};

function journeyWith(node: Node, around: Partial<Journey>): Journey {
  const isTrigger = kindOf(node.kind)?.entry !== undefined;
  return {
    cauce: 1,
    slug: 'muestra',
    title: 'Recorrido de muestra',
    basis: { kind: 'public-task', norm: 'Ley 17/2015, art. 7' },
    dir3: 'X00000000',
    seat: '46250',
    class: 'service',
    languages: ['es', 'ca'],
    variables: [
      { name: 'respuesta', type: 'text' },
      { name: 'avisos', type: 'number' },
    ],
    nodes: [...(isTrigger ? [] : [start]), node, { id: 'fin', kind: 'end', config: { outcome: 'filed' } }],
    edges: [
      ...(isTrigger ? [] : [{ from: 'start', port: 'start', to: node.id }]),
      ...portsOf(node).map(({ id: port }) => ({ from: node.id, port, to: 'fin' })),
    ],
    stops: [],
    goals: [],
    texts: {},
    layout: {},
    ...around,
  };
}
