/** A stretch of text that stayed, was added or was removed. */
export type Stretch = { is: 'same' | 'added' | 'removed'; text: string };

/**
 * How one text became another, word by word: the stretches that are `same` or `removed` spell the first, those that are
 * `same` or `added` the second. Beyond so many words that comparing would cost too much, all of it is new.
 */
export function wordDifference(before: string, after: string): Stretch[] {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  if (one.length * other.length > 4_000_000) return joined([...as('removed', one), ...as('added', other)]);
  const longest = longestCommon(one, other);
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) {
      stretches.push({ is: 'same', text: one[i++]! });
      j++;
    } else if (j >= other.length || (i < one.length && longest[i + 1]![j]! >= longest[i]![j + 1]!))
      stretches.push({ is: 'removed', text: one[i++]! });
    else stretches.push({ is: 'added', text: other[j++]! });
  }
  return joined(stretches);
}

/** Words with the spaces after them, so that joining them gives the text back. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+\s*|\s+/g) ?? [];
const as = (is: Stretch['is'], words: string[]): Stretch[] => words.map((text) => ({ is, text }));

/** `table[i][j]`: how many words the rests from i and from j have in common, in order. */
function longestCommon(one: string[], other: string[]): Uint16Array[] {
  const table = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      table[i]![j] = one[i] === other[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
  return table;
}

function joined(stretches: Stretch[]): Stretch[] {
  return stretches.reduce<Stretch[]>((list, { is, text }) => {
    const last = list.at(-1);
    if (last?.is === is) last.text += text;
    else list.push({ is, text });
    return list;
  }, []);
}
