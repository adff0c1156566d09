import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readHelp } from './read-help.ts';

test('strong words are told apart, lines of a paragraph are joined, markup stays words', () => {
  expect(readHelp('# Aviso\n\n**Qué ve.** Un <b>mensaje</b>\nen su idioma.\n\n- Uno\n- Dos')).toEqual([
    { is: 'title', runs: [{ text: 'Aviso', strong: false }] },
    {
      is: 'words',
      runs: [
        { text: 'Qué ve.', strong: true },
        { text: ' Un <b>mensaje</b> en su idioma.', strong: false },
      ],
    },
    { is: 'list', items: [[{ text: 'Uno', strong: false }], [{ text: 'Dos', strong: false }]] },
  ]);
});

test('the help of every kind reads without leftovers of Markdown', () => {
  const nodes = new URL('../../engine/nodes/', import.meta.url);
  const kinds = readdirSync(nodes, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of kinds) {
    const pieces = readHelp(readFileSync(new URL(`${name}/${name}.md`, nodes), 'utf8'));
    expect(pieces[0]?.is).toBe('title');
    expect(JSON.stringify(pieces)).not.toMatch(/\*\*|\]\(|`/);
  }
});
