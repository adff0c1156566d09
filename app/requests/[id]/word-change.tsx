import { sayName } from '#designer/say.ts';
import type { Difference } from '#engine/office/difference.ts';
import { wordDifference } from '#engine/text/word-difference.ts';
import { words } from '../../words.ts';
import { languageName } from '../language-name.ts';
import styles from './request.module.css';

/** A text that changed, word by word: what was struck out and what was put in, told by marks and not by colour alone. */
export async function WordChange({
  change,
  title,
}: {
  change: Extract<Difference, { about: 'words' }>;
  title: string;
}) {
  const { t } = await words();
  const where = `${title} · ${sayName(t, 'channel', change.channel)} · ${languageName(t, change.language)}`;
  const stretches = wordDifference(change.before?.body ?? '', change.after?.body ?? '');
  return (
    <>
      <span className={styles['where']}>{where}</span>
      <span lang={change.language} className={styles['text']}>
        {stretches.map(({ is, text }, at) =>
          is === 'same' ? (
            text
          ) : is === 'added' ? (
            <ins key={`${at} ${text}`}>{text}</ins>
          ) : (
            <del key={`${at} ${text}`}>{text}</del>
          ),
        )}
      </span>
    </>
  );
}
