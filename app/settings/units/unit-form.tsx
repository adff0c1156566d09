'use client';

import { useActionState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { UnitLine } from '#drizzle/queries/unit-list.ts';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { errorsOf, untouched } from '../../form-state.ts';
import type { AskState } from '../changes/ask.ts';
import { askUnit } from './acts.ts';

/** Asks for another name, code or seat of a unit; without one, for a new unit (`from` is whose administrators confirm it). */
export function UnitForm({ unit, from }: { unit: UnitLine | null; from?: string | undefined }) {
  const t = useTranslations();
  const [state, action, busy] = useActionState(askUnit, untouched as AskState);
  const [of, kept] = [errorsOf(state), state.kept ?? {}];
  const at = unit?.id ?? 'new';
  if (state.asked)
    return (
      <Notice icon="hourglass" live>
        {t('change.nowWaits')}
      </Notice>
    );
  return (
    <Form
      action={action}
      errors={state.errors}
      errorTitle={t('form.wrong')}
      actions={
        <Button type="submit" disabled={busy}>
          {t(unit ? 'change.ask' : 'unit.askNew')}
        </Button>
      }
    >
      <input type="hidden" name="unit" value={unit?.id ?? from} />
      {!unit && <input type="hidden" name="new" value="yes" />}
      <Field
        id={`name-${at}`}
        name="name"
        label={t('unit.name')}
        defaultValue={kept['name'] ?? unit?.name}
        error={of(`name-${at}`)}
        maxLength={120}
      />
      <Field
        id={`dir3-${at}`}
        name="dir3"
        label={t('unit.dir3')}
        hint={t('unit.dir3Hint')}
        defaultValue={kept['dir3'] ?? unit?.dir3 ?? ''}
        error={of(`dir3-${at}`)}
        maxLength={10}
        autoComplete="off"
      />
      <Field
        id={`seat-${at}`}
        name="seat"
        label={t('unit.seatCode')}
        hint={t('unit.seatHint')}
        defaultValue={kept['seat'] ?? unit?.seat ?? ''}
        error={of(`seat-${at}`)}
        maxLength={5}
        inputMode="numeric"
        autoComplete="off"
      />
      <Field
        id={`reason-${at}`}
        name="reason"
        label={t('change.reason')}
        defaultValue={kept['reason']}
        error={of(`reason-${at}`)}
        maxLength={500}
        autoComplete="off"
      />
    </Form>
  );
}
