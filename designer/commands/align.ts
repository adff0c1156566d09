import { defineCommand, refuse } from '../store/command.ts';
import type { Place } from '../store/draft.ts';

/** Lines cards up: `column` one under the other, `row` side by side, both at the first one's edge. */
export const align = defineCommand({
  name: 'align',
  apply: (draft, { stay = {}, nodes, as }: Alignment) => {
    const layout = { ...stay, ...draft.layout };
    const placed = nodes.flatMap((id) => (layout[id] ? [{ id, ...layout[id] }] : []));
    if (placed.length < 2) return refuse('align-needs-two');
    const [x, y] = [Math.min(...placed.map((one) => one.x)), Math.min(...placed.map((one) => one.y))];
    const aligned = placed.map((one) => [one.id, as === 'column' ? { x, y: one.y } : { x: one.x, y }] as const);
    return { ...draft, layout: { ...layout, ...Object.fromEntries(aligned) } };
  },
  said: (_, { nodes, as }) => ({ code: `align-${as}`, params: { n: nodes.length } }),
  fits: ({ selection }) => selection.nodes.length > 1,
  ask: async ({ state, places, choose, say }): Promise<Alignment | null> => {
    const options = (['column', 'row'] as const).map((key) => ({ key, title: say(`ask.align-${key}`) }));
    const as = await choose(say('ask.align'), options);
    return as === 'column' || as === 'row' ? { stay: places(), nodes: state().selection.nodes, as } : null;
  },
  ways: { canvas: 'align-selected', outline: ['step'], key: 'a' },
});

/** `stay` as in `move`. */
type Alignment = { stay?: Record<string, Place>; nodes: readonly string[]; as: 'column' | 'row' };
