import { smsParts } from './sms-parts.ts';

/** Quotes and dashes that word processors put, as plain SMS writes them. */
const plain: Record<string, string> = {
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '…': '...',
  '·': '.',
};

/**
 * The text as it would go in the plain alphabet of SMS: only the letters that force the other one change, the rest (é, ñ,
 * ü …) stays. To show what it would cost, never to be sent unasked: «año» is not «ano».
 */
export function withoutCulprits(text: string): string {
  const { culprits } = smsParts(text);
  return culprits.reduce((changed, culprit) => changed.replaceAll(culprit, replacement(culprit)), text);
}

function replacement(culprit: string): string {
  const known = plain[culprit];
  if (known !== undefined) return known;
  const base = culprit.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return smsParts(base).alphabet === 'gsm-7' && base !== culprit ? base : '';
}
