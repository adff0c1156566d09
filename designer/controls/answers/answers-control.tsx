'use client';

import { Button } from '#ui/button.tsx';
import fieldStyles from '#ui/field.module.css';
import { Icon } from '#ui/icon.tsx';
import { under } from '../../inspector/field-problems.ts';
import type { Control, ControlProps } from '../control.ts';
import { ItemTools } from '../lists/item-tools.tsx';
import { WordsInput } from '../plain/words-input.tsx';
import { listOf, moved, recordOf, slugFrom, textOf, withItem } from '../read-value.ts';
import styles from './answers.module.css';
import { TryAnswer } from './try-answer.tsx';

/** What people may answer: by a figure, by its title, by words that mean it; and a place to try what they would write. */
export const answersControl: Control = { group: true, Edit: AnswersControl };

function AnswersControl({ id, value, onChange, problems, describedBy, context: { say } }: ControlProps) {
  const answers = listOf(value).map(recordOf);
  const ids = answers.map((answer) => textOf(answer['id']));
  const digits = answers.map((answer) => textOf(answer['digit']));
  const set = (at: number, change: object) => onChange(withItem(answers, at, { ...answers[at], ...change }));
  const add = () => {
    const free = Array.from({ length: 9 }, (_, i) => String(i + 1)).find((digit) => !digits.includes(digit));
    onChange([...answers, { id: slugFrom('', ids, 'r'), title: '', ...(free ? { digit: free } : {}), keywords: [] }]);
  };
  return (
    <div className={styles['answers']} role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      <ol className={styles['list']}>
        {answers.map((answer, i) => {
          const title = textOf(answer['title']);
          const name = title || say('answers.nth', { n: i + 1 });
          return (
            <li key={ids[i] || i} className={styles['answer']}>
              <div className={styles['top']}>
                <input
                  className={`${fieldStyles['input']} ${styles['digit']}`}
                  value={digits[i]}
                  inputMode="numeric"
                  maxLength={1}
                  aria-label={say('answers.digit', { answer: name })}
                  onChange={(event) =>
                    set(i, { digit: /^[0-9]$/.test(event.target.value) ? event.target.value : undefined })
                  }
                />
                <input
                  id={i === 0 ? id : undefined}
                  className={fieldStyles['input']}
                  value={title}
                  aria-label={say('answers.title', { n: i + 1 })}
                  placeholder={say('answers.title-hint')}
                  onChange={(event) => set(i, { title: event.target.value })}
                />
                <ItemTools
                  at={i}
                  of={answers.length}
                  what={name}
                  onMove={(to) => onChange(moved(answers, i, to))}
                  onRemove={answers.length > 1 ? () => onChange(withItem(answers, i, undefined)) : undefined}
                  say={say}
                />
              </div>
              <div className={styles['words']}>
                <span className={styles['label']}>{say('answers.words')}</span>
                <WordsInput
                  id={`${id}-words-${i}`}
                  words={listOf(answer['keywords']).map(String)}
                  onChange={(keywords) => set(i, { keywords })}
                  label={say('answers.words-of', { answer: name })}
                  say={say}
                />
              </div>
              {under(problems, i).map(({ sentence, severity }) => (
                <p key={sentence} className={`${styles['problem']} ${styles[severity]}`}>
                  <Icon name={severity === 'error' ? 'octagon' : 'triangle'} size={16} />
                  {sentence}
                </p>
              ))}
            </li>
          );
        })}
      </ol>
      <div>
        <Button look="quiet" icon="plus" disabled={answers.length >= 10} onClick={add}>
          {say('answers.add')}
        </Button>
      </div>
      <TryAnswer id={`${id}-try`} answers={answers.map(asAnswer)} say={say} />
    </div>
  );
}

const asAnswer = (answer: Record<string, unknown>) => ({
  id: textOf(answer['id']),
  title: textOf(answer['title']),
  digit: textOf(answer['digit']) || undefined,
  keywords: listOf(answer['keywords']).map(String),
});
