/** A journey as loose JSON, to be damaged. */
export type Draft = {
  [key: string]: unknown;
  nodes: { id: string; kind: string; config: Config }[];
  edges: { from: string; port: string; to: string }[];
  stops?: Record<string, unknown>[];
  texts: Record<string, Record<string, Record<string, { subject?: string; body?: unknown; state?: string }>>>;
  variables?: { name: string; type: string }[];
};
type Config = {
  [key: string]: unknown;
  rungs?: unknown[];
  paths?: { rule: unknown }[];
  shares?: { percent: number }[];
};
/** One damage done at one spot: returns the node that the problem must name, or undefined where there is none. */
export type Spot = () => string | undefined;
export type Mutation = { name: string; code: string; spots: (draft: Draft) => Spot[] };

export const each = (name: string, code: string, spots: (draft: Draft) => Spot[]): Mutation => ({ name, code, spots });
export const kinds = (draft: Draft, ...wanted: string[]) => draft.nodes.filter(({ kind }) => wanted.includes(kind));
export const onNodes = (
  name: string,
  code: string,
  wanted: string[],
  damage: (node: Draft['nodes'][number], draft: Draft) => unknown,
) => each(name, code, (draft) => kinds(draft, ...wanted).map((node) => () => (damage(node, draft), node.id)));
export const onWhole = (name: string, code: string, damage: (draft: Draft) => unknown) =>
  each(name, code, (draft) => [() => (damage(draft), undefined)]);
