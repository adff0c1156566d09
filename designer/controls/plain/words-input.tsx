'use client';

import { useState } from 'react';
import fieldStyles from '#ui/field.module.css';
import { Icon } from '#ui/icon.tsx';
import type { Say } from '../../say.ts';
import styles from '../controls.module.css';

/** Several short texts, each a tag: Enter or a comma adds what is written, Backspace in an empty line takes the last away. */
export function WordsInput({
  id,
  words,
  onChange,
  label,
  describedBy,
  say,
  suggestions = [],
}: {
  id: string;
  words: readonly string[];
  onChange: (words: string[]) => void;
  /** Named by this, where no label points at the line. */
  label?: string;
  describedBy?: string | undefined;
  say: Say;
  suggestions?: readonly string[];
}) {
  const [written, setWritten] = useState('');
  const add = (text: string) => {
    const news = text
      .split(/[,;\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== '' && !words.includes(word));
    setWritten('');
    if (news.length > 0) onChange([...words, ...news]);
  };
  return (
    <div className={styles['tags']}>
      {words.map((word) => (
        <span key={word} className={styles['tag']}>
          {word}
          <button
            type="button"
            aria-label={say('control.remove', { what: word })}
            onClick={() => onChange(words.filter((other) => other !== word))}
          >
            <Icon name="close" size={14} />
          </button>
        </span>
      ))}
      <input
        id={id}
        className={fieldStyles['input']}
        value={written}
        aria-label={label}
        aria-describedby={describedBy}
        placeholder={say('control.add-word')}
        autoComplete="off"
        list={suggestions.length > 0 ? `${id}-list` : undefined}
        onChange={(event) =>
          /[,;\n]/.test(event.target.value) ? add(event.target.value) : setWritten(event.target.value)
        }
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            add(written);
          }
          if (event.key === 'Backspace' && written === '' && words.length > 0) onChange(words.slice(0, -1));
        }}
        onBlur={() => add(written)}
      />
      {suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </div>
  );
}
