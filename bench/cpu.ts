import { readFileSync } from 'node:fs';
import { treeOf } from './process-tree.ts';

/** Seconds of CPU that a process and everything it started have used, children that ended included. Linux only; else 0. */
export function cpuSeconds(pid: number): number {
  return treeOf(pid).reduce((sum, one) => sum + ofOne(one), 0);
}

const ticksPerSecond = 100;

/** /proc/<pid>/stat: fields 14–17 are user and system time, of its own and of children it has waited for. */
function ofOne(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field] ?? 0), 0) / ticksPerSecond;
  } catch {
    return 0;
  }
}
