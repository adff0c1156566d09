import { defineCommand, refuse } from '../store/command.ts';

/** Lines cards up: `column` one under the other, `row` side by side, both at the first one's edge. */
export const align = defineCommand({
  name: 'align',
  apply: (draft, { nodes, as }: { nodes: readonly string[]; as: 'column' | 'row' }) => {
    const placed = nodes.flatMap((id) => (draft.layout[id] ? [{ id, ...draft.layout[id] }] : []));
    if (placed.length < 2) return refuse('align-needs-two');
    const [x, y] = [Math.min(...placed.map((one) => one.x)), Math.min(...placed.map((one) => one.y))];
    const aligned = placed.map((one) => [one.id, as === 'column' ? { x, y: one.y } : { x: one.x, y }] as const);
    return { ...draft, layout: { ...draft.layout, ...Object.fromEntries(aligned) } };
  },
  said: (_, { nodes, as }) => ({ code: `align-${as}`, params: { n: nodes.length } }),
  ways: { canvas: 'align-selected', outline: 'align-rows', key: 'a' },
});
