import type { AuditFilter } from '#drizzle/audit/audit-lines.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { words } from '../words.ts';
import styles from './audit.module.css';
import { auditFamilies } from './audit-filter.ts';
import { sayActor } from './say-actor.ts';

/** What is looked at, as a plain form: the address says it, and it works without script. */
export async function AuditFilterForm({
  filter,
  actors,
}: {
  filter: AuditFilter;
  actors: { kind: string; id: string; name: string | null }[];
}) {
  const { t } = await words();
  const acts = auditFamilies.map((family) => ({ value: family, title: t(`actFamily.${family.slice(0, -1)}`) }));
  const narrow = filter.act && !filter.act.endsWith('.') ? [{ value: filter.act, title: t(`act.${filter.act}`) }] : [];
  return (
    <form action="/audit" className={styles['filter']} aria-label={t('audit.filterBy')}>
      <Select
        label={t('audit.act')}
        name="act"
        defaultValue={filter.act ?? ''}
        choices={[{ value: '', title: t('audit.anyAct') }, ...narrow, ...acts]}
      />
      <Select
        label={t('audit.who')}
        name="who"
        defaultValue={filter.who ?? ''}
        choices={[
          { value: '', title: t('audit.anyone') },
          ...actors.map((actor) => ({ value: actor.id, title: sayActor(t, actor) })),
        ]}
      />
      <Field label={t('audit.from')} name="from" type="date" defaultValue={filter.from} />
      <Field label={t('audit.until')} name="until" type="date" defaultValue={filter.until} />
      {filter.about && <input type="hidden" name="about" value={filter.about} />}
      <div className={styles['filterActs']}>
        <Button type="submit" icon="search">
          {t('audit.filter')}
        </Button>
        {Object.values(filter).some((value) => value !== undefined) && (
          <Link href="/audit" className={buttonClass('quiet')}>
            {t('audit.clear')}
          </Link>
        )}
      </div>
    </form>
  );
}
