import { useTranslations } from 'use-intl/react';
import { Select } from '#ui/select.tsx';

export type UnitChoice = { value: string; title: string };

/** For which unit something is made; nothing is asked of whoever draws for one only. */
export function UnitField({ units, chosen }: { units: UnitChoice[]; chosen?: string | undefined }) {
  const t = useTranslations();
  if (units.length < 2) return <input type="hidden" name="unitId" value={units[0]?.value ?? ''} />;
  return <Select label={t('start.unit')} name="unitId" choices={units} defaultValue={chosen} />;
}
