import type { FailureKind } from '../channel.ts';

export type Failure = { kind: FailureKind; code: string };

/**
 * Reads why a mail was not accepted (RFC 5321 §4.2, RFC 3463). `begun`: its body was on the way, so that silence
 * afterwards leaves it uncertain. A refused login is temporary: the message is good, the account needs an official.
 */
export function classify(error: Error, begun: boolean): Failure {
  const { code, responseCode, response } = error as Error & { code?: string; responseCode?: number; response?: string };
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2' || code === 'ETLS') {
    return { kind: 'temporary', code: code.toLowerCase() };
  }
  if (typeof responseCode === 'number') {
    const enhanced = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
    return { kind: answered(responseCode, enhanced), code: `smtp-${responseCode}${enhanced ? `-${enhanced}` : ''}` };
  }
  if (code === 'EENVELOPE') return { kind: 'permanent', code: 'address-malformed' };
  return { kind: begun ? 'uncertain' : 'temporary', code: (code ?? 'connection').toLowerCase() };
}

function answered(responseCode: number, enhanced: string | undefined): FailureKind {
  if (responseCode === 421) return 'throttled';
  if (responseCode >= 500) return 'permanent';
  if (enhanced === '4.7.1' || enhanced === '4.7.28' || enhanced === '4.3.2') return 'throttled';
  return 'temporary';
}
