'use client';

import { useActionState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { errorsOf, untouched } from '../../form-state.ts';
import { confirm, type DecideState, drop } from './acts.ts';
import styles from './changes.module.css';

/** Confirm or turn down; one's own can only be taken back, or, where nobody else may, confirmed with a recovery code. */
export function DecideChange({ id, own, alone }: { id: string; own: boolean; alone: boolean }) {
  const t = useTranslations();
  const [state, action, busy] = useActionState(confirm, untouched as DecideState);
  const of = errorsOf(state);
  if (state.address)
    return (
      <Notice look="ochre" icon="key" live>
        {t('change.handOver')} <code className={styles['address']}>{state.address}</code>
      </Notice>
    );
  return (
    <div className={styles['decide']}>
      {own && !alone && <p className={styles['meta']}>{t('change.waitsForOther')}</p>}
      {(!own || alone) && (
        <Form
          action={action}
          errors={state.errors}
          errorTitle={t('form.wrong')}
          actions={
            <Button type="submit" disabled={busy}>
              {t('change.confirm')}
            </Button>
          }
        >
          <input type="hidden" name="id" value={id} />
          {own && (
            <Field
              id={`code-${id}`}
              name="code"
              label={t('signIn.code-recovery')}
              hint={t('change.aloneHint')}
              autoComplete="one-time-code"
              error={of('code')}
            />
          )}
        </Form>
      )}
      <form action={drop}>
        <input type="hidden" name="id" value={id} />
        <Button type="submit" look="quiet">
          {t(own ? 'change.takeBack' : 'change.turnDown')}
        </Button>
      </form>
    </div>
  );
}
