import { formats, readSegments, type Segment, valueSource } from '#engine/text/segments.ts';
import fieldStyles from '#ui/field.module.css';
import type { InspectorContext } from '../../inspector/context.ts';
import { factChoices } from '../facts/fact-choices.ts';
import { valueTitle } from './chip-text.ts';
import styles from './message.module.css';

type Value = Extract<Segment, { is: 'value' }>;

/** Each value of a text once: what people read when it is missing, and how it is written. */
export function ValueLines({
  id,
  source,
  onChange,
  context,
}: {
  id: string;
  source: string;
  onChange: (source: string) => void;
  context: InspectorContext;
}) {
  const { say } = context;
  const segments = readSegments(source);
  const values = segments.filter(
    (segment): segment is Value => segment.is === 'value' && segment.name !== 'message.code',
  );
  const once = values.filter((value, i) => values.findIndex(({ name }) => name === value.name) === i);
  // The same value is written alike wherever it stands.
  const rewrite = (name: string, change: Partial<Value>) =>
    onChange(
      segments
        .map((segment) =>
          segment.is === 'value' && segment.name === name ? valueSource({ ...segment, ...change }) : segment.source,
        )
        .join(''),
    );
  if (once.length === 0) return null;
  return (
    <ul className={styles['values']} aria-label={say('message.values')}>
      {once.map((value, i) => {
        const title = valueTitle(value.name, context);
        const ways = formats[typeOf(value.name, context)] ?? [null];
        return (
          <li key={value.name}>
            <span className={styles['chip']}>{title}</span>
            <label>
              {say('message.fallback')}
              <input
                id={`${id}-value-${i}`}
                className={fieldStyles['input']}
                value={value.fallback ?? ''}
                placeholder={say('message.no-fallback')}
                aria-label={say('message.fallback-of', { value: title })}
                onChange={(event) =>
                  rewrite(value.name, { fallback: event.target.value === '' ? null : event.target.value })
                }
              />
            </label>
            {ways.length > 1 && (
              <select
                className={fieldStyles['input']}
                value={value.format ?? ''}
                aria-label={say('message.format-of', { value: title })}
                onChange={(event) =>
                  rewrite(value.name, { format: event.target.value === '' ? null : event.target.value })
                }
              >
                {[...new Set([...ways, value.format])].map((way) => (
                  <option key={way ?? ''} value={way ?? ''}>
                    {say.has(`message.format-${key(way)}`) ? say(`message.format-${key(way)}`) : way}
                  </option>
                ))}
              </select>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const key = (format: string | null) => (format ?? 'plain').replace(/[^a-z]+/g, '-').replace(/-$/, '');

function typeOf(name: string, context: InspectorContext): string {
  const type = factChoices(context).find(({ fact }) => fact === name)?.type;
  return type === 'date' || type === 'number' ? type : 'text';
}
