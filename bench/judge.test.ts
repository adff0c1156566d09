import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkCode } from '#engine/text/check-code.ts';
import { judge } from './judge.ts';

const folder = mkdtempSync(join(tmpdir(), 'cauce-judge-'));
afterEach(() => rmSync(join(folder, 'ledger.ndjson'), { force: true }));

const key = (n: number) => `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const message = (n: number, about: string) => ({
  key: key(n),
  about,
  to: 'x',
  text: `Hola ${checkCode(key(n))}`,
  language: 'es',
});
const batch = (at: number, codes: string, ...messages: object[]) => ({ at, account: '1', codes, batch: { messages } });
const write = (...lines: object[]) =>
  writeFileSync(join(folder, 'ledger.ndjson'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

test('each citizen, node, visit and rung counts once, with the times of the first and the last', () => {
  write(
    batch(10, 'aa', message(1, 'r/ana/n2/1/sms'), message(2, 'r/pau/n2/1/sms')),
    batch(30, 'a', message(3, 'r/ana/n2/1/email')),
  );
  expect(judge(folder, 'r')).toMatchObject({
    handed: 3,
    citizens: 2,
    duplicated: 0,
    wrongTexts: 0,
    firstAt: 10,
    rungs: { 'n2/1/sms': { citizens: 2, firstAt: 10, lastAt: 10 }, 'n2/1/email': { citizens: 1, lastAt: 30 } },
  });
});

test('the same message under another key is a duplicate; under its own key it is only a repeat', () => {
  write(
    batch(10, 'a', message(1, 'r/ana/n2/1/sms')),
    batch(20, 'r', message(1, 'r/ana/n2/1/sms')),
    batch(30, 'a', message(2, 'r/ana/n2/1/sms')),
  );
  expect(judge(folder, 'r')).toMatchObject({ handed: 1, duplicated: 1, repeated: 1 });
});

test('a provider without keys accepts twice: that is a duplicate', () => {
  write(batch(10, 'a', message(1, 'r/ana/n2/1/email')), batch(20, 'd', message(1, 'r/ana/n2/1/email')));
  expect(judge(folder, 'r')).toMatchObject({ handed: 1, duplicated: 1 });
});

test('refused messages, other runs and lines that are no hand-over count for nothing', () => {
  write(
    { told: [1], run: 'r' },
    { at: 1, account: '1', settings: {} },
    batch(10, 'pt', message(1, 'r/ana/n2/1/sms'), message(2, 'r/pau/n2/1/sms')),
    batch(10, 'a', message(3, 'other/ana/n2/1/sms')),
  );
  expect(judge(folder, 'r')).toMatchObject({ handed: 0, citizens: 0, firstAt: null });
});

test('a text without the code of its own key is told', () => {
  write(batch(10, 'a', { ...message(1, 'r/ana/n2/1/sms'), text: `Hola ${checkCode(key(2))}` }));
  expect(judge(folder, 'r').wrongTexts).toBe(1);
});
