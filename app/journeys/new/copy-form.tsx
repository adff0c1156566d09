'use client';

import { useActionState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { Form } from '#ui/form.tsx';
import { Select } from '#ui/select.tsx';
import { copyJourney } from './acts.ts';
import { type UnitChoice, UnitField } from './unit-field.tsx';

/** A copy of a journey that is there. */
export function CopyForm({ units, journeys }: { units: UnitChoice[]; journeys: UnitChoice[] }) {
  const t = useTranslations();
  const [{ errors }, submit, busy] = useActionState(copyJourney, { errors: [] });
  return (
    <Form
      action={submit}
      errors={errors}
      errorTitle={t('start.wrong')}
      actions={
        <Button type="submit" disabled={busy}>
          {t('start.copy')}
        </Button>
      }
    >
      <Select label={t('start.which')} name="slug" id="slug" choices={journeys} />
      <UnitField units={units} />
    </Form>
  );
}
