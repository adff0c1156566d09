import { expect, test } from 'vitest';
import { parse } from './journey.ts';
import { unstorable } from './storable.ts';

const journey = { cauce: 1, slug: 'j', title: 'J', nodes: [], edges: [] };
const codes = (json: unknown) => {
  const read = parse(json);
  return read.ok ? [] : read.problems.map(({ code, params }) => [code, params?.['where']]);
};

test('what Postgres cannot hold is a problem with its place, not a fault of the page', () => {
  expect(codes({ ...journey, title: 'a\0b' })).toEqual([['not-storable', 'title']]);
  expect(codes({ ...journey, texts: { es: { n: { sms: { body: 'a\ud800' } } } } })).toEqual([
    ['not-storable', 'texts.es.n.sms.body'],
  ]);
  expect(unstorable({ 'a\0': 1 })).toMatchObject({ code: 'bad-character' });
  expect(unstorable({ title: 'con tilde, ñ y 🔥', n: 1, not: null })).toBeUndefined();
});

test('lists within lists without end are refused, however deep', () => {
  const rule = JSON.parse(`${'{"all":['.repeat(50_000)}{}${']}'.repeat(50_000)}`);
  const nodes = [{ id: 'e', kind: 'launch', config: { audience: rule } }];
  expect(codes({ ...journey, nodes })).toEqual([['nested-too-deep', undefined]]);
});

test('a step may not stand where no browser can draw it', () => {
  expect(codes({ ...journey, layout: { a: { x: 1e12, y: 0 } } })).toEqual([['shape-too-big', 'layout.a.x']]);
});

test('what is missing, empty or too long is told as that', () => {
  expect(codes({ cauce: 1, slug: 'j', title: '', edges: [], nodes: 'x' })).toEqual([
    ['shape-empty', 'title'],
    ['shape', 'nodes'],
  ]);
  expect(codes({ ...journey, title: 'x'.repeat(161), edges: undefined })).toEqual([
    ['shape-too-long', 'title'],
    ['shape-missing', 'edges'],
  ]);
  const texts = { es: { a: { email: { body: 'x'.repeat(20_001) } } } };
  expect(parse({ ...journey, texts })).toMatchObject({
    problems: [{ code: 'text-too-long', node: 'a', params: { language: 'es', channel: 'email', most: 20_000 } }],
  });
});
