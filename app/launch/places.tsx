'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { seeking } from '#designer/seeking.ts';
import { Combobox } from '#ui/combobox.tsx';
import { TagList } from '#ui/tag-list.tsx';
import { useAsked } from '#ui/use-asked.ts';
import { findPlaces } from './acts.ts';
import styles from './launch.module.css';

export type Place = { code: string; name: string };

const ask = (typed: string) => findPlaces(typed);

/** Municipalities, found by name and taken away again. */
export function Places({ chosen, onChange }: { chosen: Place[]; onChange: (places: Place[]) => void }) {
  const t = useTranslations();
  const [written, setWritten] = useState('');
  const enough = written.trim().length >= 2;
  const { found, is } = useAsked(written, ask, { when: enough, pause: 200 });
  const take = (code: string) => {
    const place = found.find((one) => one.code === code);
    if (!place) return;
    if (!chosen.some((one) => one.code === code)) onChange([...chosen, { code: place.code, name: place.name }]);
    setWritten('');
  };
  return (
    <div id="places" className={styles['places']}>
      <Combobox
        label={t('launch.addPlace')}
        options={found.map(({ code, name }) => ({ key: code, title: name, meta: code }))}
        chosen={null}
        onChoose={take}
        written={written}
        onWrite={setWritten}
        empty={t(enough ? (seeking[is] ?? 'launch.noPlace') : 'launch.typeName')}
        words={{ open: t('launch.openPlaces'), found: (n) => t('launch.placesFound', { n }) }}
      />
      <TagList
        label={t('launch.places')}
        tags={chosen.map(({ code, name }) => ({ key: code, title: name }))}
        onRemove={(code) => onChange(chosen.filter((one) => one.code !== code))}
        empty={t('launch.placesNone')}
        words={{ remove: t('launch.removePlace') }}
      />
    </div>
  );
}
