import type { Problem } from '../problem.ts';
import type { Subject } from './subject.ts';

/** Connections and teams that the house does not have, where their lists are known; and what a connection does not allow. */
export function checkConnections({ compiled, context }: Subject): Problem[] {
  const { skills, connections } = context;
  const endpoints = connections?.map(({ slug }) => slug) ?? context.endpoints;
  const place = (node: string, ...path: (string | number)[]) => ({ severity: 'error' as const, node, path });
  const calls = Object.entries(compiled.calls).flatMap(([node, { endpoint, method, path, send }]): Problem[] => {
    if (endpoints && !endpoints.includes(endpoint))
      return [{ code: 'unknown-endpoint', ...place(node, 'endpoint'), params: { endpoint } }];
    const allowed = connections?.find(({ slug }) => slug === endpoint);
    if (!allowed) return [];
    const { methods, sends } = allowed;
    const inPath = [...path.matchAll(/\{\{\s*([\w.-]+)\s*\}\}/g)].map(([, fact = '']) => fact);
    const told = [
      ...send.map((fact, i) => ({ fact, path: ['send', i] })),
      ...inPath.map((fact) => ({ fact, path: ['path'] })),
    ];
    return [
      ...(methods.includes(method)
        ? []
        : [{ code: 'connection-method', ...place(node, 'method'), params: { endpoint, method } }]),
      ...told
        .filter(({ fact }) => sends !== null && !sends.includes(fact))
        .map(({ fact, path: at }) => ({ code: 'connection-fact', ...place(node, ...at), params: { endpoint, fact } })),
    ];
  });
  const tasks = Object.entries(compiled.tasks)
    .filter(([, { skill }]) => skills && !skills.includes(skill))
    .map(([node, { skill }]) => ({ code: 'unknown-skill', ...place(node, 'skill'), params: { skill } }));
  return [...calls, ...tasks];
}
