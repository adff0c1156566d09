import type { Say } from '#designer/say.ts';
import type { AuditLine } from '#drizzle/audit/audit-lines.ts';
import { Chip } from '#ui/chip.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { words } from '../words.ts';
import styles from './audit.module.css';
import { auditAddress } from './audit-filter.ts';

/** What was done, to what, with which details, and why. */
export async function AuditWhat({ line: { act, about, detail, reason, reasonErased } }: { line: AuditLine }) {
  const { t } = await words();
  const told = Object.entries(detail ?? {}).filter(
    ([key, value]) => !hidden.has(key) && t.has(`actDetail.${key}`) && value !== '',
  );
  return (
    <span className={styles['what']}>
      <span>
        <Link href={auditAddress('/audit', { act })} className={styles['act']}>
          {t(`act.${act}`)}
        </Link>{' '}
        {about.kind !== 'audit' && (
          <Link href={auditAddress('/audit', { about: about.id })}>{about.name ?? shortId(about.id)}</Link>
        )}{' '}
        {about.runMode === 'drill' && <Chip look="drill">{t('shell.drill')}</Chip>}
      </span>
      {told.length > 0 && (
        <span className={styles['meta']}>
          {told.map(([key, value]) => `${t(`actDetail.${key}`)}: ${say(t, value, key)}`).join(' · ')}
        </span>
      )}
      {reason && <span className={styles['reason']}>{t('audit.reason', { words: reason })}</span>}
      {reasonErased && <span className={styles['meta']}>{t('audit.reasonErased')}</span>}
    </span>
  );
}

/** What only a verifier needs. */
const hidden = new Set(['public', 'signature']);

function say(t: Say, value: string | number | boolean | string[], key: string): string {
  if (typeof value === 'number') return t('figure.n', { n: value });
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
  if (Array.isArray(value)) return value.join(', ');
  const word = key === 'method' ? `me.method-${value}` : key === 'mode' ? `launch.${value}` : undefined;
  return word !== undefined && t.has(word) ? t(word) : shortId(value);
}

/** Long hexadecimal words by their beginning. */
const shortId = (text: string) => (/^[0-9a-f-]{36}$|^[0-9a-f]{40,}$/.test(text) ? text.slice(0, 8) : text);
