import { baseOf, type Lint, plainWords } from './passage.ts';

/** A periphrastic passive hides who acts: «ha sido concedida» for «le hemos concedido». The first one is quoted. */
export const lintPassive: Lint = ({ language, body }) => {
  const pattern = passives[baseOf(language)];
  const found = pattern?.exec(plainWords(body));
  return found ? [{ code: 'text-passive', severity: 'warning', params: { phrase: found[0] } }] : [];
};

const participle = {
  es: '(?:\\p{L}{2,}(?:ad|id)[oa]s?|\\p{L}*(?:hech|dich|escrit|puest|abiert|resuelt|devuelt|impres|previst)[oa]s?)',
  ca: '\\p{L}{3,}(?:at|ada|ats|ades|it|ida|its|ides|ut|uda|uts|udes)',
  gl: '\\p{L}{2,}(?:ad|id)[oa]s?',
  en: '(?:\\p{L}{2,}ed|given|made|sent|taken|written|done|paid|shown|known|held)',
};
/** Adjectives and nouns that only look like participles. */
const notPassive =
  '(?!(?:obligad|adecuad|necesitad|demasiad|sábad|pasad|cuidad|apropiad|lad|estad|grad|ayuntad|encargad|obrigad)[oa]?s?\\b)';

const passives: Record<string, RegExp> = {
  es: new RegExp(
    `(?<!\\p{L})(?:(?:he|has|ha|hemos|han|había|habían|haya|hayan|habrá|habrán) sido|será|serán|fue|fueron|sea|sean|siendo|ser) ${notPassive}${participle.es}(?!\\p{L})`,
    'iu',
  ),
  ca: new RegExp(
    `(?<!\\p{L})(?:(?:ha|han|havia|havien) (?:estat|sigut)|serà|seran|va ser|van ser) ${participle.ca}(?!\\p{L})`,
    'iu',
  ),
  gl: new RegExp(`(?<!\\p{L})(?:será|serán|foi|foron|sexa|sexan|ser) ${notPassive}${participle.gl}(?!\\p{L})`, 'iu'),
  en: new RegExp(`(?<!\\p{L})(?:has been|have been|had been|will be|was|were|being) ${participle.en}(?!\\p{L})`, 'iu'),
};
