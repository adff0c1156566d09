import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import es from '#locales/es.json' with { type: 'json' };
import { fields } from '../field.ts';
import { fixtures } from '../journeys.fixture.ts';
import type { NodeKind } from '../node.ts';
import { portsOf } from '../node-config.ts';
import { kindOf, kinds } from './index.ts';

const here = new URL('.', import.meta.url);
const folders = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

test('every folder is in the list, once, under its own name', () => {
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(folders);
});

describe.each(folders)('%s', (name) => {
  const kind = kindOf(name)!;

  test('has its four files and no more', () => {
    const files = [`${name}.md`, `${name}.test.ts`, `${name}.ts`, `${name}.words.json`];
    expect(readdirSync(new URL(`${name}/`, here)).sort()).toEqual(files);
  });

  test('its help says what it does, when to use it and what the person sees', () => {
    const help = readFileSync(new URL(`${name}/${name}.md`, here), 'utf8');
    expect(help.split('\n')[0]).toBe(`# ${kind.words.es.name}`);
    for (const part of ['**Cuándo usarlo.**', '**Qué se indica.**', '**Qué ve la persona.**'])
      expect(help).toContain(part);
  });

  test('every field can be edited, and has its words in the five languages', () => {
    expect(kind.config).toBeInstanceOf(z.ZodObject);
    const shape = (kind.config as unknown as z.ZodObject).shape;
    expect(Object.keys(shape).length).toBeGreaterThan(0);
    for (const [field, schema] of Object.entries(shape)) expect(fields.get(schema), field).toBeDefined();
    for (const language of ['es', 'ca', 'gl', 'eu', 'en'])
      expect(Object.keys(kind.words[language]?.fields ?? {}).sort()).toEqual(Object.keys(shape).sort());
  });

  test('its ways out and its sentence are said in Spanish', () => {
    for (const config of configsOf(name, kind)) {
      expect(Object.keys(kind.words.es.summary)).toContain(kind.summary(config).code);
      for (const port of kind.ports(config)) if (!port.label) expect(sayable(kind, port.id)).toBe(true);
    }
  });

  test('a newly drawn one asks only for what its author alone can know, and shows its ways out', () => {
    const missing = kind.config.safeParse(kind.starter).error?.issues ?? [];
    expect(missing.every(({ path }) => !(String(path[0]) in kind.starter))).toBe(true);
    if (kind.group !== 'end') expect(portsOf({ id: 'n', kind: name, config: kind.starter })).not.toEqual([]);
  });

  test('a trigger is a door, everything else a place', () => {
    expect(kind.state === undefined).toBe(kind.entry !== undefined);
    expect(kind.entry !== undefined).toBe(kind.group === 'triggers');
  });
});

function configsOf(name: string, kind: NodeKind<unknown>): unknown[] {
  const nodes = fixtures.flatMap((journey) => journey['nodes'] as { kind: string; config: unknown }[]);
  return nodes.filter((node) => node.kind === name).map(({ config }) => kind.config.parse(config));
}

/** Officials name the paths of a branch and the shares of a split themselves. */
const sayable = ({ kind, words }: NodeKind<unknown>, port: string) =>
  Object.hasOwn(es.port, port) ||
  Object.hasOwn(words.es.port ?? {}, port) ||
  ((kind === 'branch' || kind === 'split') && port !== 'otherwise');
