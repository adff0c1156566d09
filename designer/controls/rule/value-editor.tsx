'use client';

import type { ComponentType } from 'react';
import type { AttributeType } from '#engine/rule/attribute.ts';
import type { Takes } from '#engine/rule/operators.ts';
import provinceNames from '#engine/time/province-names.json' with { type: 'json' };
import fieldStyles from '#ui/field.module.css';
import type { InspectorContext } from '../../inspector/context.ts';
import { PlacePicker } from '../house/place-picker.tsx';
import { NumberInput } from '../plain/number-input.tsx';
import { WordsInput } from '../plain/words-input.tsx';
import { listOf, recordOf, textOf } from '../read-value.ts';
import { CodeSelect } from './code-select.tsx';
import { DateInput } from './date-input.tsx';
import { PolygonInput } from './polygon-input.tsx';
import styles from './rule.module.css';

export type ValueProps = {
  id: string;
  value: unknown;
  onChange: (value: unknown) => void;
  fact: string;
  type: AttributeType | undefined;
  invalid: boolean;
  context: InspectorContext;
};

/** What an operator asks for beside the fact, by what it takes. */
export const valueEditors: Record<Takes, ComponentType<ValueProps> | null> = {
  nothing: null,
  scalar: Scalar,
  scalars: Words,
  text: Text,
  texts: Words,
  number: Figure,
  range: Range,
  date: (props) => <DateInput {...props} label={props.context.say('control.day')} />,
  days: (props) => <Figure {...props} unit={props.context.say('control.days')} />,
  ages: (props) => <Pair {...props} unit={props.context.say('control.years')} />,
  municipalities: ({ id, value, onChange, context }) => (
    <div className={styles['places']}>
      <PlacePicker
        id={id}
        chosen={listOf(value).map(String)}
        onChange={onChange}
        label={context.say('control.municipalities')}
        context={context}
      />
    </div>
  ),
  provinces: Provinces,
  polygon: PolygonInput,
  circle: Circle,
};

function Scalar(props: ValueProps) {
  const { id, value, onChange, type, fact, context } = props;
  const { say } = context;
  if (type === 'number') return <Figure {...props} />;
  if (type === 'boolean')
    return (
      <select
        id={id}
        className={fieldStyles['input']}
        value={String(value === true)}
        aria-label={say('control.value')}
        onChange={(event) => onChange(event.target.value === 'true')}
      >
        <option value="true">{say('control.yes')}</option>
        <option value="false">{say('control.no')}</option>
      </select>
    );
  if (type === 'code') return <CodeSelect id={id} fact={fact} value={textOf(value)} onChange={onChange} say={say} />;
  return <Text {...props} />;
}

function Text({ id, value, onChange, invalid, context: { say } }: ValueProps) {
  return (
    <input
      id={id}
      className={fieldStyles['input']}
      value={typeof value === 'number' ? String(value) : textOf(value)}
      aria-label={say('control.value')}
      aria-invalid={invalid || undefined}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function Words({ id, value, onChange, type, context: { say } }: ValueProps) {
  const figures = type === 'number';
  return (
    <WordsInput
      id={id}
      words={listOf(value).map(String)}
      onChange={(words) =>
        onChange(figures ? words.map((word) => (Number.isFinite(Number(word)) ? Number(word) : word)) : words)
      }
      label={say('control.values')}
      say={say}
    />
  );
}

function Figure({ id, value, onChange, invalid, context: { say }, unit }: ValueProps & { unit?: string }) {
  return (
    <span className={styles['figure']}>
      <NumberInput
        id={id}
        value={value}
        onChange={onChange}
        width={96}
        aria-label={say('control.value')}
        aria-invalid={invalid || undefined}
      />
      {unit}
    </span>
  );
}

function Range(props: ValueProps) {
  const { value, onChange, type, id, context } = props;
  if (type !== 'date') return <Pair {...props} />;
  const [low, high] = listOf(value);
  return (
    <span className={styles['range']}>
      <DateInput
        {...props}
        value={low}
        onChange={(next) => onChange([next, high ?? 'today'])}
        label={context.say('control.from')}
      />
      <DateInput
        {...props}
        id={`${id}-to`}
        value={high}
        onChange={(next) => onChange([low ?? 'today', next])}
        label={context.say('control.until')}
      />
    </span>
  );
}

function Pair({ id, value, onChange, invalid, context: { say }, unit }: ValueProps & { unit?: string }) {
  const [low, high] = listOf(value);
  return (
    <span className={styles['figure']}>
      <NumberInput
        id={id}
        value={low}
        onChange={(next) => onChange([next ?? 0, high ?? 0])}
        width={58}
        aria-label={say('control.from')}
        aria-invalid={invalid || undefined}
      />
      {say('control.and')}
      <NumberInput
        value={high}
        onChange={(next) => onChange([low ?? 0, next ?? 0])}
        width={58}
        aria-label={say('control.until')}
        aria-invalid={invalid || undefined}
      />
      {unit}
    </span>
  );
}

function Provinces({ id, value, onChange, context: { say } }: ValueProps) {
  const names: Record<string, string> = provinceNames;
  const chosen = listOf(value).map(String);
  const known = new Map(Object.entries(names).map(([code, name]) => [name, code]));
  return (
    <WordsInput
      id={id}
      words={chosen.map((code) => names[code] ?? code)}
      onChange={(words) => onChange(words.map((word) => known.get(word) ?? word))}
      label={say('control.provinces')}
      suggestions={[...known.keys()].filter((name) => !chosen.includes(known.get(name) ?? ''))}
      say={say}
    />
  );
}

function Circle({ id, value, onChange, context: { say } }: ValueProps) {
  const circle = recordOf(value);
  return (
    <span className={styles['figure']}>
      {(['km', 'lat', 'lon'] as const).map((part, i) => (
        <label key={part} className={styles['part']}>
          {say(`control.circle-${part}`)}
          <NumberInput
            {...(i === 0 ? { id } : {})}
            value={circle[part]}
            width={84}
            onChange={(next) => onChange({ ...circle, [part]: next ?? 0 })}
          />
        </label>
      ))}
    </span>
  );
}
