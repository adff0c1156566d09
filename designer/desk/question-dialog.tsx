'use client';

import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { CommandPalette } from '#ui/command-palette.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { fitsQuery } from '#ui/fits-query.ts';
import { NumberField } from '#ui/number-field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { useSay } from '../use-say.ts';
import type { Question } from './question.ts';
import styles from './question-dialog.module.css';

/** Shows what the desk asks, one question at a time; Escape calls it off. */
export function QuestionDialog({ question }: { question: Question | null }) {
  if (!question) return null;
  if (question.is === 'choose') return <Choose key={question.title} {...question} />;
  return question.is === 'write' ? <Write key={question.title} {...question} /> : <Measure {...question} />;
}

function Choose({ title, options, answer }: Extract<Question, { is: 'choose' }>) {
  const say = useSay();
  const [query, setQuery] = useState('');
  const found = options.filter((option) => fitsQuery(option, query));
  return (
    <CommandPalette
      open
      onClose={() => answer(null)}
      query={query}
      onQuery={setQuery}
      groups={[
        {
          key: 'found',
          title,
          found: found.map(({ key, title: name, meta }) => ({ key, title: name, meta, icon: 'arrow' as const })),
        },
      ]}
      onChoose={answer}
      status={say('ask.fit', { n: found.length })}
      words={{
        label: title,
        found: title,
        placeholder: say('ask.find'),
        empty: say('ask.nothing'),
        keys: say('ask.keys'),
      }}
    />
  );
}

function Write({ title, field, answer }: Extract<Question, { is: 'write' }>) {
  const say = useSay();
  const [text, setText] = useState(field.value ?? '');
  const line = { label: field.label, value: text, maxLength: field.most, autoFocus: true };
  return (
    <Dialog title={title} open onClose={() => answer(null)}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          answer(text);
        }}
      >
        {field.lines ? (
          <TextArea
            {...line}
            rows={field.lines}
            onChange={(event) => setText(event.target.value)}
            hint={say('ask.ctrlEnter')}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) answer(text);
            }}
          />
        ) : (
          <Field {...line} onChange={(event) => setText(event.target.value)} />
        )}
        <Ways onCancel={() => answer(null)} />
      </form>
    </Dialog>
  );
}

function Measure({ title, numbers, answer }: Extract<Question, { is: 'measure' }>) {
  const say = useSay();
  const [values, setValues] = useState(numbers);
  return (
    <Dialog title={title} open onClose={() => answer(null)}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          answer(values);
        }}
      >
        {Object.entries(values).map(([name, value]) => (
          <NumberField
            key={name}
            label={say(`ask.${name}`)}
            value={value}
            step={24}
            onChange={(next) => setValues((before) => ({ ...before, [name]: next }))}
            words={{ less: say('ask.less'), more: say('ask.more') }}
          />
        ))}
        <Ways onCancel={() => answer(null)} />
      </form>
    </Dialog>
  );
}

function Ways({ onCancel }: { onCancel: () => void }) {
  const say = useSay();
  return (
    <div className={styles['ways']}>
      <Button type="submit" look="primary">
        {say('ask.accept')}
      </Button>
      <Button onClick={onCancel}>{say('ask.cancel')}</Button>
    </div>
  );
}
