'use client';

import { useActionState, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { Choices } from '#ui/choices.tsx';
import { Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { type Choice, Select } from '#ui/select.tsx';
import { errorsOf, untouched } from '../../../form-state.ts';
import type { AskState } from '../../changes/ask.ts';
import { askOfficialChange } from '../acts.ts';

/** Asks for one change about an official: which, in which unit, why. */
export function OfficialChange({
  id,
  units,
  roles,
  kinds,
}: {
  id: string;
  units: Choice[];
  roles: Choice[];
  kinds: string[];
}) {
  const t = useTranslations();
  const [state, action, busy] = useActionState(askOfficialChange, untouched as AskState);
  const [kind, setKind] = useState(kinds[0] ?? '');
  const [of, kept] = [errorsOf(state), state.kept ?? {}];
  const withRole = kind === 'official.grant' || kind === 'official.revoke';
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
          {t('change.ask')}
        </Button>
      }
    >
      <input type="hidden" name="official" value={id} />
      <Choices
        name="kind"
        label={t('official.what')}
        options={kinds.map((value) => ({
          value,
          title: t(`official.${value.replace('official.', 'ask-')}`),
          means: t(`official.${value.replace('official.', 'means-')}`),
        }))}
        chosen={[kind]}
        onChoose={([one]) => setKind(one ?? kind)}
      />
      <Select id="unit" name="unit" label={t('official.unit')} choices={units} />
      {withRole && <Select id="role" name="role" label={t('official.role')} choices={roles} error={of('role')} />}
      <Field
        id="reason"
        name="reason"
        label={t('change.reason')}
        defaultValue={kept['reason']}
        error={of('reason')}
        maxLength={500}
        autoComplete="off"
      />
    </Form>
  );
}
