import { useTranslations } from 'use-intl/react';
import { bases, classes, spoken } from '#designer/start/choices.ts';
import { Choices } from '#ui/choices.tsx';
import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import styles from './new.module.css';

type Asked = {
  name: string;
  id: string;
  label: string;
  defaultValue: string | undefined;
  error: string | undefined;
  hint?: string;
};

/** What the law asks of every journey: what for, on which basis and norm, who answers for it, how long it is kept. */
export function LegalFrame({
  field,
  kept,
  of,
  purposes,
}: {
  field: (name: string, hint?: boolean) => Asked;
  kept: Record<string, string>;
  of: (field: string) => string | undefined;
  /** Those of the register, by their codes. */
  purposes: { value: string; title: string }[];
}) {
  const t = useTranslations();
  return (
    <fieldset className={`${styles['question']} ${styles['frame']}`}>
      <legend>{t('start.frame')}</legend>
      <TextArea {...field('purpose', true)} rows={2} />
      {purposes.length > 0 && (
        <Select
          label={t('start.purposeCode')}
          hint={t('start.purposeCodeHint')}
          name="purposeCode"
          id="purposeCode"
          choices={[{ value: '', title: t('start.noPurposeCode') }, ...purposes]}
          defaultValue={kept['purposeCode'] ?? ''}
        />
      )}
      <div className={styles['pair']}>
        <Select
          label={t('start.basis')}
          name="basis"
          id="basis"
          choices={bases.map((value) => ({ value, title: t(`start.basis-${value}` as never) }))}
          defaultValue={kept['basis'] ?? 'public-task'}
        />
        <Field {...field('norm', true)} />
      </div>
      <div className={styles['pair']}>
        <Field {...field('dir3', true)} />
        <Field {...field('sia', true)} />
        <Field
          {...field('retentionMonths')}
          type="number"
          min={1}
          max={240}
          defaultValue={kept['retentionMonths'] ?? '24'}
        />
      </div>
      <Select
        label={t('start.class')}
        hint={t('start.classHint')}
        name="class"
        id="class"
        choices={classes.map((value) => ({ value, title: t(`class.${value}`) }))}
        defaultValue={kept['class'] ?? 'service'}
      />
      <Choices
        label={t('start.languages')}
        name="languages"
        kind="many"
        options={spoken.map((value) => ({ value, title: t(`language.${value}` as never) }))}
        chosen={(kept['languages'] ?? 'es').split(' ')}
        error={of('languages')}
      />
    </fieldset>
  );
}
