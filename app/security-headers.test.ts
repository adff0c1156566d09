import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllEnvs());

/** The headers of a Cauce that is opened at this address; settings are read once, so it is loaded anew. */
async function headersAt(address: string): Promise<Record<string, string>> {
  vi.stubEnv('PUBLIC_URL', address);
  vi.resetModules();
  const { securityHeaders } = await import('./security-headers.ts');
  return securityHeaders('n0nce', { dev: false });
}

test('an answer to a machine runs nothing, is framed by nobody and kept by no cache', async () => {
  const { answerHeaders } = await import('./security-headers.ts');
  expect(answerHeaders()).toMatchObject({
    'content-security-policy': `default-src 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cache-control': 'private, no-store',
  });
});

const rules = (policy = '') => Object.fromEntries(policy.split('; ').map((rule) => [rule.split(' ')[0], rule]));

test('a script runs by the nonce of its page only, nothing is framed, and no form leads away', async () => {
  const headers = await headersAt('http://localhost:3000');
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

test('TLS is insisted on where it is the address of Cauce, and nowhere else', async () => {
  const tls = await headersAt('https://cauce.ejemplo.es');
  expect(tls['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
  expect(tls['content-security-policy']).toContain('upgrade-insecure-requests');
  expect(await headersAt('http://localhost:3000')).not.toHaveProperty('strict-transport-security');
});
