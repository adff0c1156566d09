import type { Text } from '#engine/journey.ts';

/** How far a text can be trusted: `stale` when the text it was read beside has changed since. */
export type TextState = { state: 'missing' | 'written' | 'translated' | 'reviewed'; stale: boolean };

export function stateOf(text: Text | undefined, original: Text | undefined): TextState {
  if (!text || text.body.trim() === '') return { state: 'missing', stale: false };
  const state = text.state ?? 'written';
  const beside = text.review?.beside;
  return { state, stale: beside !== undefined && original !== undefined && beside !== printOf(original) };
}

/** The text with new words: who reviewed the old ones has not read these. */
export function rewritten(text: Text | undefined, words: { subject?: string | undefined; body: string }): Text {
  const { review: _, state, ...rest } = text ?? { body: '' };
  const kept = state === 'translated' ? { state } : {};
  const subject = words.subject === undefined || words.subject === '' ? {} : { subject: words.subject };
  const { subject: __, ...others } = rest;
  return { ...others, ...subject, body: words.body, ...kept };
}

/** The text as somebody read it, beside the original as it was then. */
export function reviewed(text: Text, by: string, on: string, original: Text | undefined): Text {
  return { ...text, state: 'reviewed', review: { by, on, ...(original && { beside: printOf(original) }) } };
}

/** The text as a translation that nobody has read yet. */
export function translated({ review: _, ...text }: Text): Text {
  return { ...text, state: 'translated' };
}

/** A first version from the same message on another channel; a page without a subject gets its first sentence. Nobody has reviewed it here. */
export function begunFrom({ subject, body }: Text, page: boolean): Text {
  return page ? { subject: subject ?? firstSentence(body), body } : { body };
}

const firstSentence = (body: string): string => /^[^.!?\n]{1,90}/.exec(body.trim())?.[0].trim() ?? '';

/** Sixteen figures that change when the words do (FNV-1a, twice with other seeds). */
export function printOf({ subject = '', body }: Text): string {
  const words = `${subject}\n${body}`;
  return [0x811c9dc5, 0x01000193].map((seed) => fnv(words, seed).toString(16).padStart(8, '0')).join('');
}

function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
