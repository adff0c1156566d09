import { expect, test } from 'vitest';
import { mayReach, refusedUrl } from './reach.ts';

test('a live call reaches public addresses only, however they are written', () => {
  for (const address of ['93.184.216.34', '2606:2800:220:1::1']) expect(mayReach(address, 'live')).toBe(true);
  const inside = [
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '::ffff:169.254.169.254',
    '64:ff9b::a00:1',
    'not an address',
  ];
  for (const address of inside) expect(mayReach(address, 'live'), address).toBe(false);
});

test('a sandbox call reaches this machine and nothing else', () => {
  expect(mayReach('127.0.0.1', 'sandbox')).toBe(true);
  expect(mayReach('::1', 'sandbox')).toBe(true);
  expect(mayReach('93.184.216.34', 'sandbox')).toBe(false);
  expect(mayReach('10.0.0.1', 'sandbox')).toBe(false);
});

test('addresses written as numbers, in the clear, or with credentials are refused before anything is resolved', () => {
  const refused = (text: string) => refusedUrl(new URL(text), 'live');
  expect(refused('https://127.0.0.1/')).toBe('forbidden-address');
  expect(refused('https://2130706433/')).toBe('forbidden-address');
  expect(refused('https://0x7f.1/')).toBe('forbidden-address');
  expect(refused('https://[::ffff:127.0.0.1]/')).toBe('forbidden-address');
  expect(refused('http://ejemplo.es/')).toBe('not-https');
  expect(refused('file:///etc/passwd')).toBe('not-https');
  expect(refused('https://a:b@ejemplo.es/')).toBe('credentials-in-address');
  expect(refused('https://ejemplo.es/')).toBeUndefined();
  expect(refusedUrl(new URL('http://127.0.0.1:4100/'), 'sandbox')).toBeUndefined();
});
