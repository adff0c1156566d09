'use client';

import { useActionState, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { begins, does, otherwise, tried } from '#designer/start/choices.ts';
import { Button } from '#ui/button.tsx';
import { Choices } from '#ui/choices.tsx';
import { Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { beginJourney } from './acts.ts';
import { LegalFrame } from './legal-frame.tsx';
import styles from './new.module.css';
import { type UnitChoice, UnitField } from './unit-field.tsx';

/** The five questions and the legal frame; the answers become the first steps, the goal, the stop rule and the card. */
export function Questions({
  units,
  events,
  purposes,
}: {
  units: UnitChoice[];
  events: string[];
  purposes: UnitChoice[];
}) {
  const t = useTranslations();
  const [{ errors, kept = {} }, submit, busy] = useActionState(beginJourney, { errors: [] });
  const [begun, setBegun] = useState(kept['begins'] ?? 'launch');
  const [done, setDone] = useState(kept['does'] ?? 'act');
  const of = (field: string) => errors.find((error) => error.field === field)?.sentence;
  const field = (name: string, hint = false) => ({
    name,
    id: name,
    label: t(`start.${name}` as never),
    defaultValue: kept[name],
    error: of(name),
    ...(hint ? { hint: t(`start.${name}Hint` as never) } : {}),
  });
  const options = (family: string, values: readonly string[]) =>
    values.map((value) => ({
      value,
      title: t(`start.${family}-${value}` as never),
      means: t(`start.${family}Means-${value}` as never),
    }));
  return (
    <Form
      action={submit}
      errors={errors}
      errorTitle={t('start.wrong')}
      actions={
        <Button type="submit" look="primary" disabled={busy}>
          {t('start.begin')}
        </Button>
      }
    >
      <datalist id="events">
        {events.map((event) => (
          <option key={event} value={event} />
        ))}
      </datalist>
      <Field {...field('title', true)} />
      <div className={styles['questions']}>
        <fieldset className={styles['question']}>
          <legend>{t('start.q1')}</legend>
          <Choices
            label={t('start.begins')}
            name="begins"
            options={options('begins', begins)}
            chosen={[begun]}
            onChoose={([one]) => setBegun(one ?? 'launch')}
          />
          {begun === 'event' && <Field {...field('beginsEvent', true)} list="events" />}
        </fieldset>
        <fieldset className={styles['question']}>
          <legend>{t('start.q2')}</legend>
          <TextArea {...field('who', true)} rows={2} />
        </fieldset>
        <fieldset className={styles['question']}>
          <legend>{t('start.q3')}</legend>
          <Choices
            label={t('start.does')}
            name="does"
            options={options('does', does)}
            chosen={[done]}
            onChoose={([one]) => setDone(one ?? 'act')}
          />
          {done === 'act' && <Field {...field('doesEvent', true)} list="events" />}
          {done !== 'answer' && (
            <Choices
              label={t('start.channels')}
              hint={t('start.channelsHint')}
              name="channels"
              kind="many"
              options={tried.map((value) => ({ value, title: t(`channel.${value}`) }))}
              chosen={(kept['channels'] ?? 'sms letter').split(' ')}
              error={of('channels')}
            />
          )}
        </fieldset>
        <fieldset className={styles['question']}>
          <legend>{t('start.q4')}</legend>
          <Field {...field('outcome', true)} />
        </fieldset>
        <fieldset className={styles['question']}>
          <legend>{t('start.q5')}</legend>
          <Choices
            label={t('start.otherwise')}
            name="otherwise"
            options={options('otherwise', otherwise)}
            chosen={[kept['otherwise'] ?? 'remind']}
          />
          <div className={styles['pair']}>
            <Field {...field('days')} type="number" min={1} max={365} defaultValue={kept['days'] ?? '10'} />
            <Field {...field('stopEvent', true)} list="events" />
          </div>
        </fieldset>
        <LegalFrame field={field} kept={kept} of={of} purposes={purposes} />
      </div>
      <UnitField units={units} chosen={kept['unitId']} />
    </Form>
  );
}
