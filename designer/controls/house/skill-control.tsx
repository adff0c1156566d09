import fieldStyles from '#ui/field.module.css';
import { sayName } from '../../say.ts';
import type { Control } from '../control.ts';
import { OneOf } from '../plain/one-of.tsx';
import { textOf } from '../read-value.ts';

/** The team that does something: one of the house's, or one by its short name where the house keeps no list. */
export const skillControl: Control = {
  group: false,
  Edit: (of) => {
    const { id, value, onChange, problems, describedBy } = of;
    const { house, say } = of.context;
    if (house.skills.length === 0)
      return (
        <input
          id={id}
          className={fieldStyles['input']}
          value={textOf(value)}
          onChange={(event) => onChange(event.target.value)}
          aria-invalid={problems.some(({ severity }) => severity === 'error') || undefined}
          aria-describedby={describedBy}
        />
      );
    const called = (skill: string) => sayName(say, 'skill', skill);
    const offered = house.skills.map((skill) => ({ value: skill, title: called(skill) }));
    return <OneOf of={of} offered={offered} empty={{ title: say('control.choose'), stays: false }} foreign={called} />;
  },
};
