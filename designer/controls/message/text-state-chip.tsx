import type { Text } from '#engine/journey.ts';
import { dateFormat } from '#locales/dates-and-lists.ts';
import { Chip } from '#ui/chip.tsx';
import type { Say } from '../../say.ts';
import type { TextState } from './text-state.ts';

/** How far a text can be trusted, in words: «revisado por Ana Ferrer el 1 de julio». */
export function TextStateChip({
  state: { state, stale },
  text,
  say,
}: {
  state: TextState;
  text: Text | undefined;
  say: Say;
}) {
  if (stale)
    return (
      <Chip look="ochre" icon="triangle">
        {say('message.state-stale')}
      </Chip>
    );
  const review = text?.review;
  if (state === 'reviewed' && review)
    return (
      <Chip look="ok" icon="check">
        {say('message.state-reviewed', { by: review.by, on: sayDay(review.on, say.locale) })}
      </Chip>
    );
  if (state === 'translated')
    return (
      <Chip look="inverse" icon="octagon">
        {say('message.state-translated')}
      </Chip>
    );
  return (
    <Chip {...(state === 'missing' ? { look: 'inverse', icon: 'octagon' } : {})}>{say(`message.state-${state}`)}</Chip>
  );
}

const sayDay = (day: string, locale: string) =>
  dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
