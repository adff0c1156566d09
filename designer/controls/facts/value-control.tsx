'use client';

import fieldStyles from '#ui/field.module.css';
import type { Control } from '../control.ts';
import styles from '../controls.module.css';
import { NumberInput } from '../plain/number-input.tsx';
import { recordOf, textOf } from '../read-value.ts';
import { FactSelect } from './fact-select.tsx';

const ways = ['value', 'fact', 'plus'] as const;

/** What is noted in a variable: a value, a copy of another fact, or a count that goes up. */
export const valueControl: Control = {
  group: true,
  Edit: ({ id, value, onChange, describedBy, context }) => {
    const { say, journey, node } = context;
    const now = recordOf(value);
    const way = ways.find((one) => one in now) ?? 'value';
    const type = journey.variables.find(({ name }) => name === node?.config['variable'])?.type ?? 'text';
    const fresh = { value: type === 'number' ? 0 : type === 'boolean' ? true : '', fact: '', plus: 1 };
    return (
      <div className={styles['stack']} role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
        <div className={styles['radios']}>
          {ways.map((one, i) => (
            <label key={one} className={styles['radio']}>
              <input
                id={i === 0 ? id : undefined}
                type="radio"
                name={id}
                checked={way === one}
                onChange={() => onChange({ [one]: fresh[one] })}
              />
              {say(`control.to-${one}`)}
            </label>
          ))}
        </div>
        {way === 'fact' && (
          <FactSelect
            value={textOf(now['fact'])}
            onChange={(fact) => onChange({ fact })}
            context={context}
            label={say('control.to-fact')}
          />
        )}
        {way === 'plus' && (
          <NumberInput
            value={now['plus']}
            onChange={(plus) => onChange({ plus })}
            width={120}
            aria-label={say('control.to-plus')}
          />
        )}
        {way === 'value' && (
          <Plain
            type={type}
            value={now['value']}
            onChange={(plain) => onChange({ value: plain })}
            label={say('control.to-value')}
            say={say}
          />
        )}
      </div>
    );
  },
};

function Plain({
  type,
  value,
  onChange,
  label,
  say,
}: {
  type: string;
  value: unknown;
  onChange: (value: unknown) => void;
  label: string;
  say: (key: string) => string;
}) {
  if (type === 'number')
    return <NumberInput value={value} onChange={(n) => onChange(n ?? null)} width={120} aria-label={label} />;
  if (type === 'boolean')
    return (
      <select
        className={fieldStyles['input']}
        value={String(value === true)}
        aria-label={label}
        onChange={(event) => onChange(event.target.value === 'true')}
      >
        <option value="true">{say('control.yes')}</option>
        <option value="false">{say('control.no')}</option>
      </select>
    );
  return (
    <input
      className={fieldStyles['input']}
      type={type === 'date' ? 'date' : 'text'}
      value={textOf(value)}
      aria-label={label}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
