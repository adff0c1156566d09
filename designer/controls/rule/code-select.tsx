import fieldStyles from '#ui/field.module.css';
import { type Say, sayName } from '../../say.ts';

/** A value of a closed list: chosen where the list is known to us, written where only the administration knows it. */
export function CodeSelect({
  id,
  fact,
  value,
  onChange,
  say,
}: {
  id: string;
  fact: string;
  value: string;
  onChange: (value: string) => void;
  say: Say;
}) {
  const codes = known[fact];
  if (!codes)
    return (
      <input
        id={id}
        className={fieldStyles['input']}
        value={value}
        aria-label={say('control.value')}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    );
  const { family, values } = codes;
  const offered = value === '' || values.includes(value) ? values : [value, ...values];
  return (
    <select
      id={id}
      className={fieldStyles['input']}
      value={value}
      aria-label={say('control.value')}
      onChange={(event) => onChange(event.target.value)}
    >
      {value === '' && <option value="">{say('control.choose')}</option>}
      {offered.map((code) => (
        <option key={code} value={code}>
          {family === 'code' && say.has(`code.${code}`) ? say(`code.${code}`) : sayName(say, family, code)}
        </option>
      ))}
    </select>
  );
}

const known: Record<string, { family: string; values: string[] }> = {
  'citizen.kind': { family: 'code', values: ['person', 'business'] },
  'citizen.sex': { family: 'code', values: ['female', 'male'] },
  'citizen.language': { family: 'language', values: ['es', 'ca', 'gl', 'eu', 'en', 'ar', 'ro', 'fr', 'uk'] },
};
