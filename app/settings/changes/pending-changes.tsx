import { changeKinds } from '#drizzle/changes/index.ts';
import { type ChangeLine, changeList } from '#drizzle/queries/change-list.ts';
import { type Action, may, permissions, unitsWhere } from '#engine/office/permission.ts';
import { Panel } from '#ui/panel.tsx';
import { database } from '../../database.ts';
import { LiveWords } from '../../live-words.tsx';
import type { Official } from '../../official.ts';
import { words } from '../../words.ts';
import styles from './changes.module.css';
import { DecideChange } from './decide-change.tsx';
import { sayChange } from './say-change.ts';

/** The changes that wait for a second person in the official's units, each with who asked and why. */
export async function PendingChanges({ official }: { official: Official }) {
  const { t, moment } = await words();
  const decided = (['official.manage', 'unit.manage', 'account.manage', 'key.manage'] satisfies Action[]).filter(
    (action) => may(official.grants, action, null),
  );
  const units = [...new Set(decided.flatMap((action) => unitsWhere(official.grants, action)))];
  const deciders = Object.fromEntries(
    Object.entries(changeKinds)
      .filter(([, { action }]) => decided.some((one) => one === action))
      .map(([name, { action }]) => [name, permissions[action]]),
  );
  const changes = (await changeList(database(), units, deciders)).filter((change) => mine(official, change));
  if (changes.length === 0) return null;
  return (
    <Panel title={t('change.title', { n: changes.length })} id="changes">
      <p>{t('change.means')}</p>
      <ul className={styles['changes']}>
        {changes.map((change) => (
          <li key={change.id}>
            <p>
              <strong>{sayChange(t, change)}</strong>
              <span className={styles['meta']}>
                {t('change.asked', { name: change.askedBy.name, moment: moment(change.askedAt), unit: change.unit })}
              </span>
              <span className={styles['meta']}>{t('change.reasonWas', { reason: change.reason })}</span>
            </p>
            <LiveWords of={['change', 'form', 'signIn']}>
              <DecideChange id={change.id} own={change.askedBy.id === official.id} alone={change.alone} />
            </LiveWords>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Whether the official may decide this kind in this unit; the list was asked for by any of either. */
function mine({ grants }: Official, { kind, unitId }: ChangeLine): boolean {
  const action = changeKinds[kind as keyof typeof changeKinds]?.action; // a kind of another version has none
  return action !== undefined && may(grants, action, unitId);
}
