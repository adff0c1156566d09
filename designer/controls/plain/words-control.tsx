import type { Control } from '../control.ts';
import { listOf } from '../read-value.ts';
import { WordsInput } from './words-input.tsx';

/** Several short texts. */
export const wordsControl: Control = {
  group: false,
  Edit: ({ id, value, onChange, describedBy, context: { say } }) => (
    <WordsInput id={id} words={listOf(value).map(String)} onChange={onChange} describedBy={describedBy} say={say} />
  ),
};
