'use client';

import { useActionState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { FileField } from '#ui/file-field.tsx';
import { Form } from '#ui/form.tsx';
import { importJourney } from './acts.ts';
import { type UnitChoice, UnitField } from './unit-field.tsx';

/** A journey from a file. What is wrong with the file is told in one list, and nothing is stored. */
export function FileForm({ units }: { units: UnitChoice[] }) {
  const t = useTranslations();
  const [{ errors }, submit, busy] = useActionState(importJourney, { errors: [] });
  return (
    <Form
      action={submit}
      errors={errors}
      errorTitle={t('start.wrongFile')}
      actions={
        <Button type="submit" disabled={busy}>
          {t('start.import')}
        </Button>
      }
    >
      <FileField
        label={t('start.file')}
        hint={t('start.fileHint')}
        choose={t('start.chooseFile')}
        name="file"
        id="journey-file"
        accept=".json,application/json"
      />
      <UnitField units={units} />
    </Form>
  );
}
