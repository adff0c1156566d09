import type { FlowNode } from './flow.ts';

/**
 * What goes along when this is dragged: with a frame the cards and notes that stand wholly inside it, with a group its
 * nodes. What the hand holds already does not go twice.
 */
export function carriedBy(id: string, nodes: readonly FlowNode[], held: ReadonlySet<string>): FlowNode[] {
  const leader = nodes.find((node) => node.id === id);
  if (leader?.type === 'group') {
    const members = new Set(leader.data.group.nodes);
    return nodes.filter((node) => members.has(node.id) && !held.has(node.id));
  }
  if (leader?.type !== 'frame') return [];
  const box = boxOf(leader);
  return nodes.filter((node) => {
    if (held.has(node.id) || (node.type !== 'card' && node.type !== 'note')) return false;
    const { left, right, top, foot } = boxOf(node);
    return left >= box.left && right <= box.right && top >= box.top && foot <= box.foot;
  });
}

function boxOf({ position: { x, y }, measured }: FlowNode) {
  return { left: x, right: x + (measured?.width ?? 0), top: y, foot: y + (measured?.height ?? 0) };
}
