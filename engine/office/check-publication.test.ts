import { expect, test } from 'vitest';
import { loadJourney } from '#gallery/load-journey.ts';
import { checkPublication } from './check-publication.ts';

const example = (folder: string) => {
  const read = loadJourney(folder);
  if (!read.ok) throw new Error('not read');
  return read.journey;
};
const codes = (...given: Parameters<typeof checkPublication>) => checkPublication(...given).map(({ code }) => code);

test('the legal frame must be whole, and every thread closed', () => {
  const journey = example('beca-comedor');
  const { purpose: _, retentionMonths: __, ...bare } = journey;
  expect(codes(journey, { openComments: 0 })).not.toContain('purpose-missing');
  expect(codes(bare, { openComments: 2 })).toEqual(
    expect.arrayContaining(['purpose-missing', 'no-retention', 'comments-open']),
  );
});

test('who asks for help in an emergency reaches a person at once', () => {
  const journey = example('incendio-forestal');
  expect(codes(journey, { openComments: 0 })).not.toContain('help-unheard');
  // «We know, and are coming» may be said first, but not for longer than a minute.
  const slow = journey.nodes.map((node) =>
    node.id === 'helpHeard' ? { ...node, config: { ...node.config, rungs: [{ id: 'sms', channel: 'sms' }] } } : node,
  );
  expect(codes({ ...journey, nodes: slow }, { openComments: 0 })).toContain('help-unheard');
  const people = journey.nodes.filter(({ kind }) => kind === 'task').map(({ id }) => id);
  const [elsewhere] = journey.nodes.filter(({ kind }) => kind === 'notify').map(({ id }) => id);
  const led = {
    ...journey,
    edges: journey.edges.map((edge) => (people.includes(edge.to) ? { ...edge, to: elsewhere! } : edge)),
  };
  expect(codes(led, { openComments: 0 })).toContain('help-unheard');
  expect(
    codes(
      {
        ...led,
        class: 'service',
        nodes: led.nodes.map(({ config: { class: _, ...config }, ...node }) => ({ ...node, config })),
      },
      { openComments: 0 },
    ),
  ).not.toContain('help-unheard');
});
