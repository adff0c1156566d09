/**
 * Syllables of a Spanish word: vowels in a row are one syllable, unless two strong ones meet or a weak one carries the
 * stress (RAE, Ortografía 2010, II.3.2). Without vowels (initials, figures) it counts as one.
 */
export function syllables(word: string): number {
  const letters = word
    .toLowerCase()
    .normalize('NFC')
    .replace(/qu(?=[eiéí])|gu(?=[eiéí])/g, (pair) => pair[0] as string)
    .replace(/(?<=[aeiouáéíóúü])h(?=[aeiouáéíóúü])/g, '')
    .replace(/y(?![aeiouáéíóúü])/g, 'i');
  const groups = letters.match(/[aeiouáéíóúü]+/g) ?? [];
  return Math.max(
    1,
    groups.reduce((sum, group) => sum + nuclei(group), 0),
  );
}

function nuclei(vowels: string): number {
  let count = 1;
  for (let i = 1; i < vowels.length; i++) if (parted(vowels[i - 1] as string, vowels[i] as string)) count += 1;
  return count;
}

const strong = /[aeoáéó]/;
const stressedWeak = /[íú]/;

const parted = (one: string, other: string) =>
  (strong.test(one) && strong.test(other)) ||
  (stressedWeak.test(one) && strong.test(other)) ||
  (strong.test(one) && stressedWeak.test(other));
