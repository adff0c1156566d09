import { portsOf } from '#engine/node-config.ts';
import { edgeKey } from '../store/change.ts';
import type { Draft } from '../store/draft.ts';

/**
 * The way out behind which a node stands once it has moved one place up or down its flow; undefined at its ends. Up: what
 * leads to the node before it. Down: the first way out of the node behind it.
 */
export function neighbouringWay(draft: Draft, id: string, arrow: 'up' | 'down' | 'left' | 'right'): string | undefined {
  const node = draft.nodes.find((one) => one.id === id);
  if (arrow === 'up' || arrow === 'left') {
    const before = draft.edges.find(({ to }) => to === id)?.from;
    const led = draft.edges.find(({ to, from }) => to === before && from !== id);
    return led && edgeKey(led.from, led.port);
  }
  const [first] = node ? portsOf(node) : [];
  const next = draft.edges.find(({ from, port }) => from === id && port === first?.id)?.to;
  const behind = draft.nodes.find((one) => one.id === next);
  const [way] = behind ? portsOf(behind) : [];
  return behind && way && edgeKey(behind.id, way.id);
}
