'use client';

import { useActionState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { AccountContract } from '#drizzle/queries/account-contracts.ts';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { Select } from '#ui/select.tsx';
import { errorsOf, untouched } from '../../form-state.ts';
import type { AskState } from '../changes/ask.ts';
import { askAccount } from './acts.ts';

/** Asks for other terms of a channel contract. */
export function AccountForm({ unitId, account }: { unitId: string; account: AccountContract }) {
  const t = useTranslations();
  const [state, action, busy] = useActionState(askAccount, untouched as AskState);
  const [of, kept] = [errorsOf(state), state.kept ?? {}];
  const { slug } = account;
  const field = (name: string, value: string | number | null) => ({
    id: `${name}-${slug}`,
    name,
    label: t(`accounts.field-${name}`),
    defaultValue: kept[name] ?? value ?? '',
    error: of(`${name}-${slug}`),
    autoComplete: 'off',
  });
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
      <input type="hidden" name="unit" value={unitId} />
      <input type="hidden" name="slug" value={slug} />
      <Field {...field('name', account.name)} maxLength={120} />
      <Field {...field('sender', account.sender)} maxLength={120} />
      <Field {...field('rate', account.rate)} inputMode="numeric" hint={t('accounts.rateHint')} />
      <Field {...field('share', account.restWeight)} inputMode="numeric" hint={t('accounts.shareHint')} />
      <Field {...field('validFrom', account.validFrom)} type="date" />
      <Field {...field('validTo', account.validTo)} type="date" />
      <Select
        id={`status-${slug}`}
        name="status"
        label={t('accounts.state')}
        defaultValue={kept['status'] ?? (account.status === 'paused' ? 'paused' : 'active')}
        choices={['active', 'paused'].map((value) => ({ value, title: t(`accounts.be-${value}`) }))}
      />
      <Field
        id={`reason-${slug}`}
        name="reason"
        label={t('change.reason')}
        defaultValue={kept['reason']}
        error={of(`reason-${slug}`)}
        maxLength={500}
        autoComplete="off"
      />
    </Form>
  );
}
