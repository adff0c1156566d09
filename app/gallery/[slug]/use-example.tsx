'use client';

import { useActionState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { copyJourney } from '../../journeys/new/acts.ts';
import { type UnitChoice, UnitField } from '../../journeys/new/unit-field.tsx';
import styles from './use-example.module.css';

/** Makes the example a draft of one's own. */
export function UseExample({ example, units }: { example: string; units: UnitChoice[] }) {
  const t = useTranslations();
  const [{ errors }, submit, busy] = useActionState(copyJourney, { errors: [] });
  return (
    <form action={submit} className={styles['use']}>
      <input type="hidden" name="example" value={example} />
      <UnitField units={units} />
      <Button type="submit" look="primary" disabled={busy}>
        {t('gallery.use')}
      </Button>
      <p role="status">{errors[0]?.sentence}</p>
    </form>
  );
}
