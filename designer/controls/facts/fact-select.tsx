import type { AttributeType } from '#engine/rule/attribute.ts';
import fieldStyles from '#ui/field.module.css';
import type { InspectorContext } from '../../inspector/context.ts';
import { type FactChoice, factChoices } from './fact-choices.ts';

/** One fact by its name in rules, grouped by where it comes from; `types` leaves out what does not fit. */
export function FactSelect({
  id,
  value,
  onChange,
  context,
  types,
  label,
  describedBy,
  invalid,
  without = [],
}: {
  id?: string;
  value: string;
  onChange: (fact: string) => void;
  context: InspectorContext;
  types?: readonly AttributeType[];
  label?: string;
  describedBy?: string | undefined;
  invalid?: boolean | undefined;
  without?: readonly string[];
}) {
  const { say } = context;
  const fits = ({ fact, type }: FactChoice) => (!types || types.includes(type)) && !without.includes(fact);
  const offered = factChoices(context).filter(fits);
  const groups = ['person', 'catalogue', 'variable'] as const;
  return (
    <select
      id={id}
      className={fieldStyles['input']}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid}
    >
      {value === '' && <option value="">{say('control.choose')}</option>}
      {value !== '' && !offered.some(({ fact }) => fact === value) && <option value={value}>{value}</option>}
      {groups.map((group) => {
        const inside = offered.filter((one) => one.group === group);
        if (inside.length === 0) return null;
        return (
          <optgroup key={group} label={say(`control.facts-${group}`)}>
            {inside.map(({ fact, title }) => (
              <option key={fact} value={fact}>
                {title}
              </option>
            ))}
          </optgroup>
        );
      })}
    </select>
  );
}
