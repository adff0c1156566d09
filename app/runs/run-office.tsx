import { factInside, sayName } from '#designer/say.ts';
import { sayingAttributes } from '#designer/saying-attributes.ts';
import { catalogueOf } from '#drizzle/queries/catalogue.ts';
import { followUpsOf } from '#drizzle/requests/follow-ups-of.ts';
import { followUpKinds } from '#engine/journey.ts';
import { type Grant, may } from '#engine/office/permission.ts';
import { previewWords } from '#engine/office/preview-words.ts';
import { buttonClass } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { database } from '../database.ts';
import { languageName } from '../requests/language-name.ts';
import { words } from '../words.ts';
import { FollowUps } from './follow-ups.tsx';
import styles from './run-office.module.css';

/** What stands behind a run and what one person can do with it besides braking: its approval, its update, how it ends. */
export async function RunOffice({
  runId,
  unitId,
  mode,
  grants,
}: {
  runId: string;
  unitId: string;
  mode: 'live' | 'drill';
  grants: readonly Grant[];
}) {
  const [{ t }, office] = [await words(), await followUpsOf(database(), runId)];
  if (!office) return null;
  const { follows, requestId, updates, gate, sent, prepared, begun, people } = office;
  const mayCorrect = may(grants, 'run.correct', unitId);
  const ready = followUpKinds.filter((kind) => prepared[kind] && !sent[kind]);
  const { languages } = office.journey;
  const afterwards = {
    languages,
    texts: {},
    followUps: Object.fromEntries(ready.map((kind) => [kind, { said: prepared[kind] ?? {} }])),
    event: office.event,
  };
  const say = sayingAttributes(t, ready.length > 0 ? await catalogueOf(database(), unitId) : []);
  const shown = previewWords(afterwards, (fact) => factInside(say, fact)).toSorted(
    (a, b) => languages.indexOf(a.language) - languages.indexOf(b.language),
  );
  return (
    <div className={styles['office']}>
      {gate && (
        <Notice look="ink">
          <p>
            <strong>{t('run.gate')}</strong>{' '}
            {t.has(`problems.${gate.code}`) ? t(`problems.${gate.code}`, { permission: '' }) : gate.code}
          </p>
        </Notice>
      )}
      <p className={styles['links']}>
        {follows && <Link href={`/runs/${follows.runId}`}>{t(`run.follows-${follows.kind}`)}</Link>}
        {updates && <Link href={`/runs/${updates}`}>{t('run.updates')}</Link>}
        {requestId && may(grants, 'request.read', unitId) && (
          <Link href={`/requests/${requestId}`}>{t('run.request')}</Link>
        )}
        {followUpKinds.map(
          (kind) =>
            sent[kind] && (
              <Link key={kind} href={`/runs/${sent[kind]}`}>
                {t(`run.sent-${kind}`)}
              </Link>
            ),
        )}
      </p>
      {follows === null && begun && (
        <div className={styles['acts']}>
          {office.canUpdate && may(grants, 'run.ask-to-launch', unitId) && Object.keys(sent).length === 0 && (
            <Link href={`/launch?updates=${runId}`} className={buttonClass('plain')}>
              {t('run.update')}
            </Link>
          )}
          {mayCorrect && ready.length > 0 && (
            <FollowUps
              runId={runId}
              kinds={ready}
              people={people}
              drill={mode === 'drill'}
              texts={shown.map(({ node, language, channel, body }) => ({
                kind: node.slice(1),
                language,
                where: `${languageName(t, language)} · ${sayName(t, 'channel', channel)}`,
                body,
              }))}
            />
          )}
        </div>
      )}
    </div>
  );
}
