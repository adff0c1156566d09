import { createHash } from 'node:crypto';
import type { Compiled } from '#engine/compile.ts';

/** The identity of a machine with everything a decision depends on; sha256, hex. */
export function machineHash({ compiler, machine, exits }: Compiled): string {
  return createHash('sha256').update(JSON.stringify({ compiler, machine, exits })).digest('hex');
}
