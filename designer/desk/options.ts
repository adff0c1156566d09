import { portsOf } from '#engine/node-config.ts';
import { kindOf, kinds } from '#engine/nodes/index.ts';
import { inFlowOrder } from '../flow-order.ts';
import { type Say, sayName } from '../say.ts';
import type { Draft } from '../store/draft.ts';
import type { Option } from './desk.ts';

/** Every kind of node, in palette order; `inside` leaves out those that nothing leads to. */
export function kindOptions(say: Say, { inside }: { inside: boolean }): Option[] {
  return kinds
    .filter(({ kind }) => !inside || kindOf(kind)?.entry === undefined)
    .map(({ kind, group }) => ({ key: kind, title: sayName(say, 'kind', kind), meta: say(`group.${group}`) }));
}

/** The nodes that a line may lead to, in flow order. */
export function targetOptions(say: Say, draft: Draft): Option[] {
  return inFlowOrder(draft)
    .filter(({ kind }) => kindOf(kind)?.entry === undefined)
    .map((node, i) => ({ key: node.id, title: titleOf(say, node), meta: `${i + 1}` }));
}

/** Every way out of every node, in flow order, with where it leads; its key is that of its edge. */
export function wayOptions(say: Say, draft: Draft, but?: string): Option[] {
  const titled = new Map(draft.nodes.map((node) => [node.id, titleOf(say, node)]));
  return inFlowOrder(draft)
    .filter(({ id }) => id !== but)
    .flatMap((node) =>
      portsOf(node).map(({ id, label }) => {
        const to = draft.edges.find(({ from, port }) => from === node.id && port === id)?.to;
        const meta =
          to === undefined ? say('outline.leadsNowhere') : say('outline.leadsTo', { node: titled.get(to) ?? to });
        return { key: `${node.id}.${id}`, title: `${titleOf(say, node)} · ${label ?? sayName(say, 'port', id)}`, meta };
      }),
    );
}

/** What a node is called on screen: its title, else its kind. */
export function titleOf(say: Say, { title, kind }: { title?: string | undefined; kind: string }): string {
  return title ?? sayName(say, 'kind', kind);
}
