import type { Problem } from '../problem.ts';
import type { Subject } from './subject.ts';

/** Endpoints and skills that the house does not have, where their lists are known. */
export function checkConnections({ compiled, context }: Subject): Problem[] {
  const { endpoints, skills } = context;
  const calls = Object.entries(compiled.calls).filter(([, { endpoint }]) => endpoints && !endpoints.includes(endpoint));
  const tasks = Object.entries(compiled.tasks).filter(([, { skill }]) => skills && !skills.includes(skill));
  const place = (node: string, field: string) => ({ severity: 'error' as const, node, path: [field] });
  return [
    ...calls.map(([node, { endpoint }]) => ({
      code: 'unknown-endpoint',
      ...place(node, 'endpoint'),
      params: { endpoint },
    })),
    ...tasks.map(([node, { skill }]) => ({ code: 'unknown-skill', ...place(node, 'skill'), params: { skill } })),
  ];
}
