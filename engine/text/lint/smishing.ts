import type { Problem } from '../../problem.ts';
import { baseOf, type Lint } from './passage.ts';

/**
 * What makes a message look like the scams that imitate us (CCN-CERT, INCIBE 017): shortened links, links to domains that are
 * not proved ours or that carry a person's token; and in what others may read over a shoulder, links at all, amounts and
 * diagnoses.
 */
export const lintSmishing: Lint = ({ channel, language, subject, body, domains }) => {
  const text = `${subject}\n${body}`;
  const said = text.replace(/\{%.*?%\}/gs, ' ');
  const plain = said.replace(/\{\{.*?\}\}/gs, ' ');
  const open = channel === 'sms' || channel === 'push' || channel === 'voice';
  return [
    ...links(said, plain, channel, domains),
    ...(open && (amount.test(plain) || /\|\s*euros\b/.test(said)) ? [problem('sms-amount', 'warning')] : []),
    ...(open || channel === 'email' ? diagnoses(open ? plain : subject, language) : []),
  ];
};

function links(said: string, plain: string, channel: string, domains: readonly string[] | undefined): Problem[] {
  const short = shorteners.exec(plain);
  if (short) return [problem('link-shortened', 'error', { domain: short[0] })];
  if (/https?:\/\/\S*\{\{/.test(said)) return [problem('link-with-value', 'error')];
  const foreign =
    domains && [...plain.matchAll(host)].map(([, , name = '']) => name).find((name) => !isOurs(name, domains));
  if (foreign) return [problem('link-not-ours', 'error', { domain: foreign.toLowerCase() })];
  return (channel === 'sms' || channel === 'push') && link.test(plain) ? [problem('sms-link', 'warning')] : [];
}

const isOurs = (name: string, domains: readonly string[]) =>
  domains.some((domain) => name.toLowerCase() === domain || name.toLowerCase().endsWith(`.${domain}`));

function diagnoses(text: string, language: string): Problem[] {
  const found = (illness[baseOf(language)] ?? illness['es'])?.exec(text);
  return found ? [problem('sms-diagnosis', 'warning', { word: found[0] })] : [];
}

const problem = (code: string, severity: Problem['severity'], params?: Problem['params']): Problem => ({
  code,
  severity,
  ...(params && { params }),
});

const shorteners =
  /\b(?:bit\.ly|t\.co|tinyurl\.com|goo\.gl|ow\.ly|is\.gd|cutt\.ly|rb\.gy|acortar\.link|n9\.cl|t\.ly|shorturl\.at|buff\.ly|lnkd\.in)\b/i;
const topLevel = 'es|com|org|net|eu|info|gal|cat|eus|app|io|gob|invalid';
const link = new RegExp(`https?://|\\bwww\\.|\\b[a-z0-9-]+\\.(?:${topLevel})\\b`, 'i');
const host = new RegExp(`(https?://|www\\.)?((?:[a-z0-9-]+\\.)+(?:${topLevel}))\\b(?!@)`, 'gi');
const amount = /\d[\d.,]*\s*(?:€|euros?\b|eur\b)|€\s*\d/i;

const sick = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})\\p{L}*`, 'iu');
const illness: Record<string, RegExp> = {
  es: sick(
    'diagnóstic|cáncer|oncol|tumor|vih|sida(?!\\p{L})|embaraz|psiqui|depresi|alzh|demencia|esquizo|adicci|hepatitis|tubercul|quimio|diálisis|sífilis',
  ),
  ca: sick(
    'diagnòstic|càncer|oncol|tumor|vih|embaràs|embaras|psiqui|depressi|alzh|demència|addicci|hepatitis|tubercul',
  ),
  gl: sick('diagnóstic|cancro|oncol|tumor|vih|embaraz|psiqui|depresi|alzh|demencia|adicci|hepatite|tubercul'),
  eu: sick('diagnostiko|minbizi|onkol|tumore|gib(?!\\p{L})|haurdun|psiki|depresi|alzh|dementzia|hepatit|tuberkul'),
  en: sick('diagnos|cancer|oncol|tumour|hiv(?!\\p{L})|pregnan|psychi|depressi|alzh|dementia|addict|hepatitis|tubercul'),
};
