import type { Compiled } from '../compile.ts';
import type { Edge, Journey, Node } from '../journey.ts';
import type { NodeKind } from '../node.ts';
import { parseConfig } from '../node-config.ts';
import { kindOf } from '../nodes/index.ts';
import type { Problem } from '../problem.ts';
import type { Attribute } from '../rule/attribute.ts';

/**
 * What a journey may lean on: the attribute catalogue; and where their lists are known, connections, skills, the domains
 * that are proved ours, and channel contracts.
 */
export type Context = {
  catalogue: readonly Attribute[];
  endpoints?: readonly string[];
  skills?: readonly string[];
  domains?: readonly string[];
  connections?: readonly { slug: string; methods: readonly string[]; sends: readonly string[] | null }[];
  accounts?: readonly { channel: string; sender: string | null; replyTo: string | null; live: boolean }[];
};

/** A node whose kind is known and whose config can be read: all other checks start from these. */
export type Readable = { node: Node; kind: NodeKind<unknown>; config: unknown; ports: string[] };

/** The journey as each family of checks looks at it. */
export type Subject = {
  journey: Journey;
  context: Context;
  compiled: Compiled;
  readable: Map<string, Readable>;
  /** Edges between nodes that are there. */
  edges: Edge[];
};
export type Family = (subject: Subject) => Problem[];

export function subjectOf(journey: Journey, context: Context, compiled: Compiled): Subject {
  const ids = new Set(journey.nodes.map(({ id }) => id));
  const readable = new Map<string, Readable>();
  for (const node of journey.nodes) {
    const kind = kindOf(node.kind);
    const parsed = kind && parseConfig(kind, node);
    if (!kind || !parsed?.ok || readable.has(node.id)) continue;
    const ports = kind.ports(parsed.config).map(({ id }) => id);
    readable.set(node.id, { node, kind, config: parsed.config, ports });
  }
  const edges = journey.edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
  return { journey, context, compiled, readable, edges };
}
