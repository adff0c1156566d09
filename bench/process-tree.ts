import { readdirSync, readFileSync } from 'node:fs';

/** A process and everything it started, as far as it still lives. Linux only; elsewhere the process alone. */
export function treeOf(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const entry of entriesOfProc()) {
    const parent = Number(/^PPid:\s+(\d+)/m.exec(statusOf(entry))?.[1] ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), entry]);
  }
  const tree = [pid];
  for (let i = 0; i < tree.length; i++) tree.push(...(children.get(tree[i] ?? 0) ?? []));
  return tree;
}

/** The largest resident memory that these processes ever held (VmHWM), added up, in MB; null where the system does not tell. */
export function peakMb(pids: readonly number[]): number | null {
  const peaks = pids.map((pid) => Number(/^VmHWM:\s+(\d+) kB/m.exec(statusOf(pid))?.[1] ?? 0));
  const sum = peaks.reduce((total, kb) => total + kb, 0);
  return sum === 0 ? null : Math.round(sum / 1024);
}

function entriesOfProc(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
