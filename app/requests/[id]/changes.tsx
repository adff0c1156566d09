import type { ReactNode } from 'react';
import type { Called } from '#designer/calling-places.ts';
import type { Say } from '#designer/say.ts';
import { sayRule } from '#designer/say-rule.ts';
import { placeNames } from '#drizzle/requests/place-names.ts';
import type { RequestStory } from '#drizzle/requests/request-story.ts';
import type { Journey } from '#engine/journey.ts';
import type { Content } from '#engine/office/content.ts';
import { type Difference, difference } from '#engine/office/difference.ts';
import { Panel } from '#ui/panel.tsx';
import { database } from '../../database.ts';
import { words } from '../../words.ts';
import { placeWords } from '../place-words.ts';
import { titleOf } from '../title-of.ts';
import styles from './request.module.css';
import { WordChange } from './word-change.tsx';

/** What is different from the last similar sending that was signed; the first of its kind says that it is. */
export async function Changes({
  say: t,
  called,
  content,
  before,
  journey,
}: {
  say: Say;
  called: Called;
  content: Content;
  before: RequestStory['before'];
  journey: Journey | undefined;
}) {
  const { moment } = await words();
  if (!before)
    return (
      <Panel title={t('request.changes')} id="changes">
        <p>{t('request.firstOfItsKind')}</p>
      </Panel>
    );
  const changes = difference(before.content, content);
  return (
    <Panel title={t('request.changes')} id="changes">
      <p>{t('request.since', { moment: moment(before.decidedAt), n: before.content.audience?.count ?? 0 })}</p>
      {changes.length === 0 ? (
        <p>
          <strong>{t('request.nothingChanged')}</strong>
        </p>
      ) : (
        <ul className={styles['changes']}>
          {changes.map((change) => (
            <li key={keyOf(change)}>
              <Change say={t} called={called} change={change} journey={journey} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

type Changed = { say: Say; called: Called; change: Difference; journey: Journey | undefined };

const keyOf = (change: Difference): string =>
  change.about === 'words'
    ? `${change.language} ${change.node} ${change.channel}`
    : change.about === 'event'
      ? `event ${change.name}`
      : change.about;

async function Change({ say: t, called, change, journey }: Changed): Promise<ReactNode> {
  const { moment } = await words();
  switch (change.about) {
    case 'people': {
      const { before, after } = change;
      return t('request.change-people', {
        before,
        after,
        by: Math.abs(after - before),
        grew: after > before ? 'yes' : 'no',
      });
    }
    case 'place': {
      const [added, removed] = [
        await placeNames(database(), change.added),
        await placeNames(database(), change.removed),
      ];
      return (
        <>
          {added.length > 0 && <span>{t('request.change-added', { what: placeWords(t, added) })} </span>}
          {removed.length > 0 && <span>{t('request.change-removed', { what: placeWords(t, removed) })}</span>}
        </>
      );
    }
    case 'rule':
      return t('request.change-rule', { rule: change.after ? sayRule(t, change.after, called) : '—' });
    case 'words':
      return <WordChange change={change} title={titleOf(t, journey, change.node)} />;
    case 'event':
      return t('request.change-event', { name: change.name, before: told(change.before), after: told(change.after) });
    case 'journey':
      return t('request.change-journey', { before: change.before, after: change.after });
    case 'accounts':
      return t('request.change-accounts', {
        added: change.added.join(', ') || '—',
        removed: change.removed.join(', ') || '—',
      });
    case 'ceiling':
      return t('request.change-ceiling', {
        before: change.before?.inTotal ?? 0,
        after: change.after?.inTotal ?? 0,
      });
    case 'from':
    case 'until':
      return t(`request.change-${change.about}`, { after: change.after ? moment(change.after) : '—' });
  }
}

const told = (value: unknown): string =>
  value === null ? '—' : typeof value === 'object' ? '…' : String(value as string | number | boolean);
