'use client';

import { useState } from 'react';
import type { Field } from '#engine/field.ts';
import { type Journey, journeySchema } from '#engine/journey.ts';
import type { Problem } from '#engine/problem.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import type { Setting } from '../commands/edit-setting.ts';
import type { InspectorContext } from './context.ts';
import { ExitsEditor } from './exits-editor.tsx';
import { FieldLine } from './field-line.tsx';
import { problemsAt } from './field-problems.ts';
import { fieldOf } from './form.ts';
import styles from './inspector.module.css';
import { VariablesEditor } from './variables-editor.tsx';

export type JourneyEdits = {
  /** Answers why the journey cannot hold the value, if it cannot. */
  onSetting: (setting: Setting, value: unknown) => Problem | null;
  onExits: (list: 'stops' | 'goals', exits: unknown) => Problem | null;
  onVariables: (variables: unknown) => Problem | null;
};

const parts: { title: string; open: boolean; settings: [Setting, Field['control']][] }[] = [
  {
    title: 'about',
    open: true,
    settings: [
      ['title', 'text'],
      ['description', 'paragraph'],
      ['class', 'choice'],
      ['languages', 'languages'],
    ],
  },
  {
    title: 'law',
    open: true,
    settings: [
      ['purpose', 'paragraph'],
      ['purposeCode', 'purpose'],
      ['basis', 'basis'],
      ['dir3', 'text'],
      ['sia', 'text'],
      ['retentionMonths', 'number'],
      ['seat', 'municipality'],
    ],
  },
  {
    title: 'limits',
    open: false,
    settings: [
      ['expiresAfter', 'duration'],
      ['quietHours', 'hours'],
      ['dailyCap', 'number'],
    ],
  },
];

/** The journey itself: its legal frame and limits, what ends it for somebody at any moment, and what it notes about people. */
export function JourneyInspector({
  problems,
  edits,
  context,
}: {
  problems: readonly Problem[];
  edits: JourneyEdits;
  context: InspectorContext;
}) {
  const { say, journey } = context;
  // What the journey cannot hold yet is kept here, beside why, until it can.
  const [pending, setPending] = useState<Partial<Record<Setting, { value: unknown; why: Problem }>>>({});
  const write = (setting: Setting, value: unknown) => {
    const why = edits.onSetting(setting, value);
    setPending(({ [setting]: _, ...rest }) => (why ? { ...rest, [setting]: { value, why } } : rest));
  };
  return (
    <div className={styles['inspector']}>
      <header className={styles['head']}>
        <p className={styles['kind']}>{say('inspector.journey')}</p>
      </header>
      {parts.map(({ title, open, settings }) => (
        <Disclosure key={title} title={say(`inspector.part-${title}`)} open={open}>
          <div className={styles['fields']}>
            {settings.map(([setting, control]) => {
              const held = pending[setting];
              const told = problemsAt(say, held ? [{ ...held.why, path: [setting] }] : problems, undefined, [setting]);
              return (
                <FieldLine
                  key={setting}
                  id={`setting-${setting}`}
                  field={fieldOf(setting, { control }, journeySchema.shape[setting])}
                  words="journey"
                  value={held ? held.value : (journey as Journey)[setting]}
                  onChange={(value) => write(setting, value)}
                  problems={told}
                  pending={held ? say('inspector.pending') : undefined}
                  context={context}
                />
              );
            })}
          </div>
        </Disclosure>
      ))}
      {(['stops', 'goals'] as const).map((list) => (
        <Disclosure key={list} part={list} title={say(`inspector.part-${list}`)} open={journey[list].length > 0}>
          <ExitsEditor
            list={list}
            problems={problemsAt(say, problems, undefined, [list])}
            onExits={(exits) => edits.onExits(list, exits)}
            context={context}
          />
        </Disclosure>
      ))}
      <Disclosure part="variables" title={say('inspector.part-variables')} open={journey.variables.length > 0}>
        <VariablesEditor
          problems={problemsAt(say, problems, undefined, ['variables'])}
          onVariables={edits.onVariables}
          context={context}
        />
      </Disclosure>
    </div>
  );
}
