/**
 * How well a text fits what somebody typed: 0 not at all, and more the better. Every word typed must be found; accents and
 * capitals do not matter, and one slip of the finger in a word of four letters or more is forgiven.
 */
export function fuzzy(typed: string, text: string): number {
  const wanted = wordsOf(typed);
  const offered = wordsOf(text);
  let sum = 0;
  for (const word of wanted) {
    const best = Math.max(0, ...offered.map((one, i) => fit(word, one) * (i === 0 ? 1.1 : 1)));
    if (best === 0) return 0;
    sum += best;
  }
  // Of two texts that fit alike the shorter one was probably meant.
  return wanted.length === 0 ? 0 : sum / wanted.length + 1 / (1 + offered.length);
}

/** Words without accents and capitals: «Evacuación» and «evacuacion» are one. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function fit(wanted: string, word: string): number {
  if (word === wanted) return 8;
  if (word.startsWith(wanted)) return 6;
  if (wanted.length >= 2 && word.includes(wanted)) return 4;
  return wanted.length >= 4 && slipped(wanted, word) ? 2 : 0;
}

/** Whether one letter more, less, other or swapped makes the word (or its beginning) of what was typed. */
function slipped(wanted: string, word: string): boolean {
  let same = 0;
  while (same < wanted.length && wanted[same] === word[same]) same++;
  const [rest, left] = [wanted.slice(same), word.slice(same)];
  return (
    left.startsWith(rest.slice(1)) || // one too many
    left.slice(1).startsWith(rest) || // one missing
    left.slice(1).startsWith(rest.slice(1)) || // another
    (rest[0] === left[1] && rest[1] === left[0] && left.slice(2).startsWith(rest.slice(2))) // swapped
  );
}
