/**
 * Numbers of invented people, all of them in `+34 2…`: the national numbering plan (Real Decreto 2296/2004) attributes no
 * service to numbers that begin with 2, so none of them can ever ring. The second figure tells mobile (6) from landline (9),
 * ten million of each; a drill's copies of people have mobiles in 7 and landlines in 8 (drizzle/functions/copy.sql).
 */
export const INVENTED_PHONE = /^\+342(?:[69]\d{7}|[78](?:\d{7}|\d{11}))$/;

/** The domain of invented mailboxes: `.invalid` never resolves (RFC 2606). */
export const INVENTED_DOMAIN = 'ejemplo.invalid';

/** The n-th invented mobile, n from 0 to 9,999,999; its last two figures decide how it behaves in the sandbox. */
export function inventedMobile(n: number): string {
  return `+3426${sevenFigures(n)}`;
}

/** The n-th invented landline, n from 0 to 9,999,999. */
export function inventedLandline(n: number): string {
  return `+3429${sevenFigures(n)}`;
}

/** Whether a phone or e-mail address is an invented one, to which nothing real can be sent. */
export function isInvented(address: string): boolean {
  return INVENTED_PHONE.test(address) || address.toLowerCase().endsWith(`@${INVENTED_DOMAIN}`);
}

function sevenFigures(n: number): string {
  return String(n % 10_000_000).padStart(7, '0');
}
