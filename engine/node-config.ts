import type { z } from 'zod';
import type { Node } from './journey.ts';
import type { NodeKind, Port } from './node.ts';
import { kindOf } from './nodes/index.ts';

type Result = { kind: NodeKind<unknown> } & Parsed;
type Parsed = { ok: true; config: unknown } | { ok: false; issues: z.core.$ZodIssue[] };

// Compiling, checking and drawing ask for the same node again and again; a node object is never changed in place.
const known = new WeakMap<object, Result>();

/** The node's config as its kind reads it, defaults filled in. */
export function parseConfig(kind: NodeKind<unknown>, node: Node): Parsed {
  const remembered = known.get(node.config);
  if (remembered?.kind === kind) return remembered;
  const parsed = kind.config.safeParse(node.config);
  const result: Result = parsed.success
    ? { kind, ok: true, config: parsed.data }
    : { kind, ok: false, issues: parsed.error.issues };
  known.set(node.config, result);
  return result;
}

/** The ports of a node as drawn: of an unreadable config those that can be made out, of an unknown kind none. */
export function portsOf(node: Node): Port[] {
  const kind = kindOf(node.kind);
  const config = kind && parseConfig(kind, node);
  if (!kind || !config) return [];
  return config.ok ? kind.ports(config.config) : guessedPorts(kind, node);
}

/** A node that is still being drawn keeps its ways out while some other field of it is empty. */
function guessedPorts(kind: NodeKind<unknown>, node: Node): Port[] {
  try {
    return kind.ports({ ...kind.starter, ...node.config }).filter(({ id }) => typeof id === 'string');
  } catch {
    return [];
  }
}
