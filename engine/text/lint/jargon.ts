import words from './jargon.json' with { type: 'json' };
import { baseOf, type Lint, plainWords } from './passage.ts';

/** Office words with what people say instead; one problem for each, at most four. */
export const lintJargon: Lint = ({ language, subject, body }) => {
  const text = plainWords(`${subject}\n\n${body}`);
  return (known[baseOf(language)] ?? [])
    .flatMap(({ office, plain }) => {
      const found = new RegExp(`(?<!\\p{L})(?:${office})(?!\\p{L})`, 'iu').exec(text);
      return found ? [{ code: 'text-jargon', severity: 'warning' as const, params: { word: found[0], plain } }] : [];
    })
    .slice(0, 4);
};

/** After the style manuals of the Spanish administration (MAP 1990; Lenguaje claro, 2022) and of its co-official languages. */
const known: Record<string, { office: string; plain: string }[]> = words;
