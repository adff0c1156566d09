'use client';

import type { Node } from '#engine/journey.ts';
import { parseConfig } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import { Button } from '#ui/button.tsx';
import { List } from '#ui/list.tsx';
import { MessagePanel } from '../controls/message/message-panel.tsx';
import { listOf, recordOf, textOf } from '../controls/read-value.ts';
import { sayName } from '../say.ts';
import { selectNodes } from '../store/selection.ts';
import { useDraftStore } from '../store/use-draft.ts';
import { problemsAt } from './field-problems.ts';
import { useSurroundings } from './house-context.ts';
import { useInspected } from './use-inspected.ts';

/**
 * What the step in hand says, on each channel and in each language; without one, the steps that say something.
 * `wanted` is the text that is open at first: `es.email`.
 */
export function WordsPanel({ wanted }: { wanted: string | null }) {
  const { context, problems, act } = useInspected();
  const { reviewer } = useSurroundings();
  const store = useDraftStore();
  const { say, node, journey } = context;
  const channels = node ? channelsOf(node) : [];
  if (node && channels.length > 0)
    return (
      <MessagePanel
        key={`${node.id} ${wanted}`}
        node={node.id}
        wanted={wanted}
        channels={channels}
        problems={problemsAt(say, problems, node.id, ['texts'])}
        onText={(language, channel, text) => act('inspect-text', { language, node: node.id, channel, text })}
        context={context}
        reviewer={reviewer}
      />
    );
  const speaking = journey.nodes.filter((one) => channelsOf(one).length > 0);
  return (
    <>
      <p>
        {say(
          speaking.length === 0
            ? 'inspector.nobody-speaks'
            : node
              ? 'inspector.says-nothing'
              : 'inspector.choose-speaker',
        )}
      </p>
      <List
        lines={speaking.map((one) => ({
          key: one.id,
          title: (
            <Button look="quiet" onClick={() => store.select(selectNodes(one.id))}>
              {one.title ?? sayName(say, 'kind', one.kind)}
            </Button>
          ),
          meta: channelsOf(one)
            .map((channel) => sayName(say, 'channel', channel))
            .join(', '),
        }))}
      />
    </>
  );
}

/** The channels a step speaks on; read as far as it goes while its config is not right. */
function channelsOf(node: Node): string[] {
  const kind = kindOf(node.kind);
  if (!kind?.speaks) return [];
  const config = parseConfig(kind, node);
  if (config.ok) return kind.speaks(config.config);
  return [...new Set(listOf(node.config['rungs']).map((rung) => textOf(recordOf(rung)['channel'])))];
}
