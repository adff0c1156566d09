import { afterEach, expect, test } from 'vitest';
import { securityHeaders } from './security-headers.ts';

const before = process.env['PUBLIC_URL'];
afterEach(() => {
  if (before === undefined) delete process.env['PUBLIC_URL'];
  else process.env['PUBLIC_URL'] = before;
});

const rules = (policy = '') => Object.fromEntries(policy.split('; ').map((rule) => [rule.split(' ')[0], rule]));

test('a script runs by the nonce of its page only, nothing is framed, and no form leads away', () => {
  const headers = securityHeaders('n0nce', { dev: false });
  const policy = rules(headers['content-security-policy']);
  expect(policy['default-src']).toBe(`default-src 'none'`);
  expect(policy['script-src']).toBe(`script-src 'nonce-n0nce' 'strict-dynamic'`);
  for (const nothing of ['base-uri', 'frame-ancestors', 'object-src'])
    expect(policy[nothing]).toBe(`${nothing} 'none'`);
  expect([policy['form-action'], policy['connect-src']]).toEqual([`form-action 'self'`, `connect-src 'self'`]);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(headers['permissions-policy']).toMatch(/camera=\(\), microphone=\(\), geolocation=\(\)/);
});

test('TLS is insisted on where it is the address of Cauce, and nowhere else', () => {
  process.env['PUBLIC_URL'] = 'https://cauce.ejemplo.es';
  const tls = securityHeaders('n', { dev: false });
  expect(tls['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
  expect(tls['content-security-policy']).toContain('upgrade-insecure-requests');
  process.env['PUBLIC_URL'] = 'http://localhost:3000';
  expect(securityHeaders('n', { dev: false })).not.toHaveProperty('strict-transport-security');
});
