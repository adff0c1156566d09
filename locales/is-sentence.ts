/** Whether a dotted key has a sentence. Names that data brings may be ones that every object has by birth (`constructor`): those are none. */
export function isSentence(translate: { has: (key: never) => boolean }, key: string): boolean {
  return !key.split('.').some((part) => part in {}) && translate.has(key as never); // keys are data
}
