import { relyingParty } from '#relying-party';

/** What an answer to a machine tells a browser that opens it all the same: it is no page, and nothing in it runs. */
export function answerHeaders(): Record<string, string> {
  return {
    ...securityHeaders('', { dev: false }),
    'content-security-policy': `default-src 'none'; frame-ancestors 'none'`,
    'cache-control': 'private, no-store',
  };
}

/**
 * What every answer tells the browser to refuse. Scripts run only with the nonce of their own page (`strict-dynamic`: and
 * what those load); nothing is framed, nothing is sent elsewhere, no form leads away. Styles may stand in attributes, for
 * React Flow places its cards by them; a style can neither run nor call home, since pictures and fonts are ours only.
 */
export function securityHeaders(nonce: string, { dev }: { dev: boolean }): Record<string, string> {
  const { secure } = relyingParty();
  const policy = [
    `default-src 'none'`,
    // React's refresh in development evaluates text.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    `worker-src 'self' blob:`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(secure && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }),
  };
}
