import type { Called } from '#designer/calling-places.ts';
import type { Say } from '#designer/say.ts';
import { sayRule } from '#designer/say-rule.ts';
import { audienceCount } from '#drizzle/queries/audience-count.ts';
import { audiencePlaces } from '#drizzle/requests/audience-places.ts';
import type { NamedPlace } from '#drizzle/requests/place-names.ts';
import type { Content } from '#engine/office/content.ts';
import { bounds } from '#engine/office/tolerance.ts';
import { Panel } from '#ui/panel.tsx';
import { database } from '../../database.ts';
import { words } from '../../words.ts';
import { placeWords } from '../place-words.ts';
import styles from './request.module.css';

/** Where and how many: the number that was frozen, what it may become, where they live now and by what they can be reached. */
export async function Audience({
  say: t,
  content: { audience, event },
  unitId,
  places,
  called,
  exact,
}: {
  say: Say;
  content: Content;
  unitId: string;
  places: NamedPlace[];
  called: Called;
  exact: boolean;
}) {
  if (!audience) return null;
  const { rule } = audience;
  const [{ number }, reach, lives] = await Promise.all([
    words(),
    audienceCount(database(), { unitId, rule, now: Date.now(), event }),
    audiencePlaces(database(), { unitId, rule, event }),
  ]);
  const said = (n: number) => (exact ? number(n) : n < 10 ? t('request.lessThanTen') : number(Math.round(n / 10) * 10));
  const { least, most } = bounds(audience);
  const where = placeWords(t, places);
  return (
    <Panel title={t('request.who')} id="who">
      <dl className={styles['figures']}>
        <div className={styles['first']}>
          <dt>{t('request.countFrozen')}</dt>
          <dd>{said(audience.count)}</dd>
        </div>
        {(['mobile', 'landline', 'email', 'push', 'unreachable'] as const)
          .filter((kind) => reach[kind] > 0)
          .map((kind) => (
            <div key={kind}>
              <dt>{t(`request.reach-${kind}`)}</dt>
              <dd>{said(reach[kind])}</dd>
            </div>
          ))}
      </dl>
      {where && (
        <p>
          <strong>{t('request.place')}</strong> {where}
        </p>
      )}
      {lives.places.length > 0 && (
        <p>
          <strong>{t('request.live')}</strong> {lives.places.map(({ name, n }) => `${name} ${said(n)}`).join(' · ')}
          {lives.others > 0 && ` · ${t('request.elsewhere', { n: said(lives.others) })}`}
        </p>
      )}
      <p>
        <strong>{t('request.rule')}</strong> {sayRule(t, rule, called)}
      </p>
      <p className={styles['small']}>{t('request.tolerance', { percent: audience.tolerance, least, most })}</p>
    </Panel>
  );
}
