'use client';

import { useActionState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { Choices, type Option } from '#ui/choices.tsx';
import { Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { type Choice, Select } from '#ui/select.tsx';
import { errorsOf, untouched } from '../../form-state.ts';
import type { AskState } from '../changes/ask.ts';
import { askInvitation } from './acts.ts';

/** Asks for somebody to be brought in with their first roles. */
export function InviteForm({ units, roles }: { units: Choice[]; roles: Option[] }) {
  const t = useTranslations();
  const [state, action, busy] = useActionState(askInvitation, untouched as AskState);
  const [of, kept] = [errorsOf(state), state.kept ?? {}];
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
          {t('official.askInvite')}
        </Button>
      }
    >
      <Select id="unit" name="unit" label={t('official.unit')} choices={units} defaultValue={kept['unit']} />
      <Field
        id="name"
        name="name"
        label={t('official.fullName')}
        defaultValue={kept['name']}
        error={of('name')}
        maxLength={120}
        autoComplete="off"
      />
      <Field
        id="email"
        name="email"
        type="email"
        label={t('signIn.email')}
        defaultValue={kept['email']}
        error={of('email')}
        maxLength={200}
        autoComplete="off"
      />
      <Choices
        name="roles"
        kind="many"
        label={t('official.roles')}
        options={roles}
        chosen={kept['roles']?.split(',') ?? []}
        error={of('roles')}
      />
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
