import type { Content } from '#engine/office/content.ts';
import { bounds } from '#engine/office/tolerance.ts';
import { Panel } from '#ui/panel.tsx';
import { words } from '../../words.ts';
import styles from './request.module.css';

/** What happens on signing, in order, and what can still be done after it. */
export async function Signing({ content }: { content: Content }) {
  const { t, moment } = await words();
  const { audience, ceiling, clock, accounts } = content;
  const steps = [
    audience && t('request.onSign-people', bounds(audience)),
    clock.from
      ? t('request.onSign-from', { at: moment(clock.from) })
      : content.what === 'launch' && t('request.onSign-now'),
    content.what === 'publish' && !ceiling && t('request.onSign-publish', { n: content.journey.revision }),
    ceiling &&
      t('request.onSign-service', { day: ceiling.perDay, total: ceiling.inTotal, until: moment(ceiling.until) }),
    accounts.length > 0 && t('request.onSign-accounts', { accounts: accounts.map(({ name }) => name).join(', ') }),
    clock.until && t('request.onSign-until', { at: moment(clock.until) }),
    content.what === 'launch' && t('request.onSign-brake'),
  ].filter((step): step is string => typeof step === 'string');
  return (
    <Panel title={t('request.onSign')} id="on-sign">
      <ol className={styles['steps']}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Panel>
  );
}
