import { sentences } from './sentences.ts';

/**
 * The language that a passage is most likely written in, by its commonest words; undefined when it is too short or two
 * languages share what it says. Good enough to catch a Spanish paragraph forgotten in a Valencian text, and no more.
 */
export function tongueOf(text: string): string | undefined {
  const words = sentences(text)
    .flat()
    .map((word) => word.toLowerCase());
  if (words.length < 8) return undefined;
  const scores = Object.entries(commonest)
    .map(([language, common]) => ({ language, n: words.filter((word) => common.has(word)).length / words.length }))
    .sort((one, other) => other.n - one.n);
  const [best, second] = scores;
  return best && best.n >= 0.15 && best.n >= (second?.n ?? 0) * 1.6 ? best.language : undefined;
}

const set = (words: string) => new Set(words.split(' '));

/** Words that two of these languages share are left out of both. */
const commonest: Record<string, Set<string>> = {
  es: set(
    'el los las y con para por su sus lo está puede usted más como pero hasta tiene hay llame vaya ya donde del una',
  ),
  ca: set(
    'els les i amb per seu seua seva ho està pot li vostè més com però fins són té hi aquest aquesta telefone truqui vaja on és dels cal què els',
  ),
  gl: set('os as unha e polo pola súa pode se lle vostede máis ata ten hai chame vaia xa onde non do da dos das ao á'),
  eu: set(
    'eta da ez du dira dago bat zure behar izan den hau baino arte dute edo duzu baina bere ere nola non zuen egin dezake deitu mesedez',
  ),
  en: set('the and to of in is you your for on it that with are be or not have this from by at can will please call'),
  fr: set('le les des et est vous votre pour dans une sur avec pas qui que par ce sont être ou au aux vos'),
};
