import { followUpKinds } from '../journey.ts';
import { channelsOf } from '../office/follow-up.ts';
import type { Problem } from '../problem.ts';
import type { Subject } from './subject.ts';
import { checkText } from './texts.ts';

/** A correction and an all-clear that nobody prepared, and words of theirs that are missing or wrongly written. */
export function checkFollowUps(subject: Subject): Problem[] {
  const { journey } = subject;
  const spoken = channelsOf(journey);
  return followUpKinds.flatMap((kind): Problem[] => {
    const said = journey.followUps?.[kind];
    const path = ['followUps', kind];
    if (!said)
      return journey.class === 'emergency' && spoken.length > 0
        ? [{ code: 'follow-up-missing', severity: 'warning', path, params: { kind } }]
        : [];
    const written = new Set(Object.values(said).flatMap(Object.keys));
    return journey.languages.flatMap((language) =>
      spoken
        .filter((channel) => journey.class === 'emergency' || written.has(channel))
        .flatMap((channel) =>
          checkText(subject, said[language]?.[channel], {
            path: [...path, language, channel],
            params: { language, channel },
          }),
        ),
    );
  });
}
