import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { readJourneyFile } from './read-journey-file.ts';

const text = '{"cauce": 1, "slug": "j", "title": "Canción", "nodes": [], "edges": []}';
const codeOf = async (content: string | Buffer<ArrayBuffer>) => {
  const read = await readJourneyFile(new File([content], 'recorrido.json'));
  return read.ok ? 'read' : read.problems.map(({ code }) => code).join();
};

test.each<[string, string | Buffer<ArrayBuffer>, string]>([
  ['in UTF-8', text, 'read'],
  ['in UTF-8 with its mark', `\ufeff${text}`, 'read'],
  ['in Latin-1', Buffer.from(text, 'latin1'), 'file-not-utf8'],
  ['in UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le'), 'file-not-utf8'],
  ['of a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'file-not-text'],
  ['of a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), 'file-not-text'],
  ['without anything', '', 'file-empty'],
])('a file %s is told as what it is', async (_, content, code) => {
  expect(await codeOf(content)).toBe(code);
});
