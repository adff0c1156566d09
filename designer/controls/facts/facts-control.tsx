import { Icon } from '#ui/icon.tsx';
import type { Control } from '../control.ts';
import styles from '../controls.module.css';
import { listOf } from '../read-value.ts';
import { connectionOf } from './connection-of.ts';
import { factTitle } from './fact-choices.ts';
import { FactSelect } from './fact-select.tsx';

/** Which facts are told to another system; those that its connection does not allow are marked. */
export const factsControl: Control = {
  group: false,
  Edit: ({ id, value, onChange, describedBy, context }) => {
    const { say } = context;
    const facts = listOf(value).map(String);
    const allowed = connectionOf(context)?.sends ?? null;
    return (
      <div className={styles['stack']}>
        {facts.length > 0 && (
          <ul className={styles['lines']}>
            {facts.map((fact) => (
              <li key={fact}>
                <span>
                  {factTitle(context, fact)}
                  {allowed && !allowed.includes(fact) && (
                    <em className={styles['not']}>{say('control.not-allowed')}</em>
                  )}
                </span>
                <button
                  type="button"
                  className={styles['small']}
                  aria-label={say('control.remove', { what: factTitle(context, fact) })}
                  onClick={() => onChange(facts.filter((other) => other !== fact))}
                >
                  <Icon name="close" size={16} />
                </button>
              </li>
            ))}
          </ul>
        )}
        <FactSelect
          id={id}
          value=""
          onChange={(fact) => fact !== '' && onChange([...facts, fact])}
          context={context}
          without={facts}
          describedBy={describedBy}
        />
      </div>
    );
  },
};
