import type { Problem } from '../problem.ts';

/** What makes an SMS look like the scams that imitate us (CCN-CERT, INCIBE): shortened links, links at all, amounts. */
export function checkSmishing(body: string): Problem[] {
  const said = body.replace(/\{%.*?%\}/gs, ' ');
  const plain = said.replace(/\{\{.*?\}\}/gs, ' ');
  const warn = (code: string): Problem => ({ code, severity: 'warning' });
  if (shorteners.test(plain)) return [warn('sms-shortener')];
  return [
    ...(link.test(plain) ? [warn('sms-link')] : []),
    ...(amount.test(plain) || /\|\s*euros\b/.test(said) ? [warn('sms-amount')] : []),
  ];
}

const shorteners = /\b(?:bit\.ly|t\.co|tinyurl\.com|goo\.gl|ow\.ly|is\.gd|cutt\.ly|rb\.gy|acortar\.link|n9\.cl)\b/i;
const link = /https?:\/\/|\bwww\.|\b[a-z0-9-]+\.(?:es|com|org|net|eu|info|gal|cat|eus|app|io)\b/i;
const amount = /\d[\d.,]*\s*(?:€|euros?\b|eur\b)|€\s*\d/i;
