import type { z } from 'zod';
import type { Node } from './journey.ts';
import type { NodeKind } from './node.ts';
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

/** The ports of a node as drawn; a node of an unknown kind or with an unreadable config has none. */
export function portsOf(node: Node): { id: string; label?: string }[] {
  const kind = kindOf(node.kind);
  const config = kind && parseConfig(kind, node);
  return kind && config?.ok ? kind.ports(config.config) : [];
}
