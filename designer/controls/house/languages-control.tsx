import fieldStyles from '#ui/field.module.css';
import { sayName } from '../../say.ts';
import type { Control } from '../control.ts';
import styles from '../controls.module.css';
import { ItemTools } from '../lists/item-tools.tsx';
import { listOf, moved, withItem } from '../read-value.ts';

const offered = ['es', 'ca', 'gl', 'eu', 'es-x-easy', 'en', 'fr', 'ar', 'ro', 'uk', 'de', 'pt'];

/** The languages that every text is needed in; the first is the one that others are translated from. */
export const languagesControl: Control = {
  group: true,
  Edit: ({ id, value, onChange, describedBy, context: { say } }) => {
    const languages = listOf(value).map(String);
    const rest = offered.filter((one) => !languages.includes(one));
    return (
      <div className={styles['stack']} role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
        <ol className={styles['lines']}>
          {languages.map((language, i) => (
            <li key={language}>
              <span>
                {sayName(say, 'language', language)}
                {i === 0 && <em className={styles['aside']}>{say('control.original')}</em>}
              </span>
              <ItemTools
                at={i}
                of={languages.length}
                what={sayName(say, 'language', language)}
                onMove={(to) => onChange(moved(languages, i, to))}
                onRemove={languages.length > 1 ? () => onChange(withItem(languages, i, undefined)) : undefined}
                say={say}
              />
            </li>
          ))}
        </ol>
        <select
          id={id}
          className={fieldStyles['input']}
          value=""
          aria-label={say('control.add-language')}
          onChange={(event) => event.target.value !== '' && onChange([...languages, event.target.value])}
        >
          <option value="">{say('control.add-language')}</option>
          {rest.map((language) => (
            <option key={language} value={language}>
              {sayName(say, 'language', language)}
            </option>
          ))}
        </select>
      </div>
    );
  },
};
