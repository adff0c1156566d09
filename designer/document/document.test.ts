import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { createMachine } from 'xstate';
import { journeyArbitrary } from '#engine/journey.arbitrary.ts';
import { loadJourney } from '#gallery/load-journey.ts';
import { translator } from '#locales/translator.ts';
import { palette } from '../picture/palette.ts';
import { picture } from '../picture/picture.ts';
import { asHtml } from './as-html.ts';
import { asText } from './as-text.ts';
import { machineFile } from './machine-file.ts';
import { tellJourney } from './tell-journey.ts';

const say = translator('es');
const read = loadJourney('beca-comedor');
if (!read.ok) throw new Error('not read');
const { journey } = read;

test('the document says every step, every way out and every text in every language', () => {
  const told = asText(say, tellJourney(say, journey), 'Versión 1');
  for (const { title } of journey.nodes) if (title) expect(told).toContain(title);
  for (const nodes of Object.values(journey.texts))
    for (const channels of Object.values(nodes))
      for (const { subject, body } of Object.values(channels))
        for (const words of [subject ?? '', body]) expect(told).toContain(words);
  expect(told).toContain(journey.basis?.norm);
  expect(told).not.toContain('a ningún sitio');
});

test('a name with markup is words in the picture and the document, never markup', () => {
  const nasty = {
    ...journey,
    title: '<img src=x onerror=alert(1)> & "beca"',
    nodes: journey.nodes.map((node) => ({ ...node, title: `</svg><script>${node.id}` })),
  };
  const drawing = picture(say, nasty);
  expect(XMLValidator.validate(drawing)).toBe(true);
  const html = asHtml(say, tellJourney(say, nasty), { meta: '', drawing });
  for (const text of [drawing, html]) expect(text).not.toMatch(/<script|<img/);
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;beca&quot;');
});

test('whatever the journey, its picture is well-formed and shows each step once', () => {
  fc.assert(
    fc.property(journeyArbitrary(), (one) => {
      const svg = picture(say, one);
      expect(XMLValidator.validate(svg)).toBe(true);
      const drawn = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'g' }).parse(svg) as {
        svg: { g: [{ g: unknown[] }] };
      };
      expect(drawn.svg.g[0].g).toHaveLength(one.nodes.length);
    }),
    { numRuns: 30 },
  );
});

test('the machine file is a machine', () => {
  const [, config = ''] = /createMachine\(([\s\S]*)\);/.exec(machineFile(journey)) ?? [];
  const machine = createMachine(JSON.parse(config));
  expect(Object.keys(machine.states)).toEqual(expect.arrayContaining(['enter', 'openNotice']));
});

test('pictures have the light colours of the house', () => {
  const tokens = readFileSync(new URL('../../ui/tokens.css', import.meta.url), 'utf8');
  for (const [name, colour] of Object.entries(palette)) expect(tokens).toContain(`--${name}: light-dark(${colour},`);
});
