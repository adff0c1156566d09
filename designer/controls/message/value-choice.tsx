import fieldStyles from '#ui/field.module.css';
import type { InspectorContext } from '../../inspector/context.ts';
import { factChoices } from '../facts/fact-choices.ts';

/** Chooses a value to put into a text: what may be told of a person, the check code, and what an event usually brings. */
export function ValueChoice({
  id,
  context,
  onChoose,
}: {
  id: string;
  context: InspectorContext;
  onChoose: (name: string) => void;
}) {
  const { say, journey } = context;
  const choices = factChoices(context).filter(
    ({ type, fact }) => type !== 'list' && type !== 'place' && !secret.has(fact),
  );
  const warned = journey.nodes.some(({ kind }) => kind === 'cap-warning' || kind === 'event' || kind === 'launch');
  return (
    <select
      className={fieldStyles['input']}
      value=""
      aria-label={say('message.insert')}
      aria-controls={id}
      onChange={(event) => event.target.value !== '' && onChoose(event.target.value)}
    >
      <option value="">{say('message.insert')}</option>
      <option value="message.code">{say('message.check-code')}</option>
      {(['person', 'catalogue', 'variable'] as const).map((group) => {
        const inside = choices.filter((choice) => choice.group === group);
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
      {warned && (
        <optgroup label={say('message.event')}>
          {['areaDesc', 'headline', 'instruction', 'expires'].map((name) => (
            <option key={name} value={`event.${name}`}>
              {say('message.of-event', { name })}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
}

/** Nobody should read their own address or identity in what others may see over their shoulder. */
const secret = new Set(['citizen.mobile', 'citizen.landline', 'citizen.email', 'citizen.postalAddress', 'citizen.sex']);
