import type { Problem } from '../problem.ts';
import type { Subject } from './subject.ts';

/** Edges that lead from or to nothing, into a trigger, or twice from one port; and ports that lead nowhere. */
export function checkEdges({ journey, readable }: Subject): Problem[] {
  const problems: Problem[] = [];
  const ids = new Set(journey.nodes.map(({ id }) => id));
  const taken = new Set<string>();
  journey.edges.forEach(({ from, port, to }, i) => {
    const add = (code: string, node: string | undefined, params: Problem['params'] = {}) =>
      problems.push({ code, severity: 'error', ...(node === undefined ? {} : { node }), path: ['edges', i], params });
    if (!ids.has(from)) add('edge-from-nowhere', ids.has(to) ? to : undefined, { from });
    if (!ids.has(to)) add('edge-to-nowhere', ids.has(from) ? from : undefined, { port, to });
    const source = readable.get(from);
    if (source && !source.ports.includes(port)) add('unknown-port', from, { port });
    if (ids.has(from) && taken.has(`${from} ${port}`)) add('port-leads-twice', from, { port });
    taken.add(`${from} ${port}`);
    if (readable.get(to)?.kind.entry) add('edge-into-trigger', to, { from });
  });
  for (const { node, ports } of readable.values())
    for (const port of new Set(ports))
      if (!taken.has(`${node.id} ${port}`))
        problems.push({ code: 'port-unconnected', severity: 'error', node: node.id, params: { port } });
  return problems;
}
