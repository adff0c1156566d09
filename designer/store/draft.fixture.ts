import { parse } from '#engine/journey.ts';
import { asDraft } from './draft.ts';

/** A small sound draft: launch (n1) → notify (n2) → end (n3), with a wait (n4) on the way of nobody. */
export const base = draftOf({
  cauce: 1,
  slug: 'aviso',
  title: 'Aviso',
  basis: { kind: 'public-task', norm: 'Ley 38/2003' },
  nodes: [
    { id: 'n1', kind: 'launch', config: {} },
    { id: 'n2', kind: 'notify', config: { rungs: [{ id: 'letter', channel: 'letter' }], order: 'sequential' } },
    { id: 'n3', kind: 'end', config: { outcome: 'reached' } },
    { id: 'n4', kind: 'wait', config: { until: { for: 'duration', duration: 'P1D' } } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'reached', to: 'n3' },
    { from: 'n2', port: 'nobody', to: 'n4' },
    { from: 'n4', port: 'done', to: 'n3' },
  ],
  texts: { es: { n2: { letter: { subject: 'Aviso', body: 'Hola' } } } },
});

export function draftOf(json: unknown) {
  const parsed = parse(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return asDraft(parsed.journey);
}
