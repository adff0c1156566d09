'use client';

import { useState } from 'react';
import type { Answer } from '#engine/node.ts';
import { understand } from '#engine/understand.ts';
import fieldStyles from '#ui/field.module.css';
import { Icon } from '#ui/icon.tsx';
import { type Say, sayList } from '../../say.ts';
import styles from './answers.module.css';

/** What a text would be understood as, by the very function that understands people; and why not, where it would not. */
export function TryAnswer({ id, answers, say }: { id: string; answers: readonly Answer[]; say: Say }) {
  const [written, setWritten] = useState('');
  return (
    <div className={styles['try']}>
      <label htmlFor={id}>{say('answers.try')}</label>
      <input
        id={id}
        className={fieldStyles['input']}
        value={written}
        placeholder={say('answers.try-hint')}
        autoComplete="off"
        onChange={(event) => setWritten(event.target.value)}
      />
      <p role="status" className={styles['result']}>
        {written.trim() !== '' && <Understood text={written} answers={answers} say={say} />}
      </p>
    </div>
  );
}

function Understood({ text, answers, say }: { text: string; answers: readonly Answer[]; say: Say }) {
  const found = understand(text, answers);
  const answer = answers.find(({ id }) => id === found);
  if (answer)
    return (
      <>
        <Icon name="check" size={16} /> {say('answers.understood', { answer: answer.title })}
      </>
    );
  const mentioned = answers.filter((one) => understand(text, [one]) === one.id).map(({ title }) => `«${title}»`);
  return (
    <>
      <Icon name="question" size={16} />{' '}
      {mentioned.length > 1 ? say('answers.two', { answers: sayList(say, mentioned) }) : say('answers.not-understood')}
    </>
  );
}
