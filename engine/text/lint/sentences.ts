/** The sentences of plain words, each as its words; figures and codes are no words. */
export function sentences(text: string): string[][] {
  return text
    .replace(/(\d)[.,:](?=\d)/g, '$1')
    .split(/[.!?…:;\n]+/)
    .map((sentence) => sentence.match(/[\p{L}\p{M}'’·-]*\p{L}[\p{L}\p{M}'’·-]*/gu) ?? [])
    .filter((words) => words.length > 0);
}
