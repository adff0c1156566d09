'use client';

import { useState } from 'react';
import { ComboLine } from '#ui/combo-line.tsx';
import { Icon } from '#ui/icon.tsx';
import { useAsked } from '#ui/use-asked.ts';
import type { InspectorContext } from '../../inspector/context.ts';
import { seeking } from '../../seeking.ts';
import styles from '../controls.module.css';

type Place = { code: string; name: string; province: string };

/** Municipalities by name, found while typing; what is chosen shows as tags, or in the line itself when there is one only. */
export function PlacePicker({
  id,
  chosen,
  onChange,
  labelledBy,
  label,
  describedBy,
  context: { say, house, asks },
  single = false,
}: {
  id: string;
  chosen: readonly string[];
  onChange: (codes: string[]) => void;
  labelledBy?: string;
  label?: string;
  describedBy?: string | undefined;
  context: InspectorContext;
  single?: boolean;
}) {
  const [seen, setSeen] = useState<Record<string, string>>({});
  const nameOf = (code: string) => seen[code] ?? house.places[code] ?? code;
  const [written, setWritten] = useState(single && chosen[0] ? nameOf(chosen[0]) : '');
  const enough = written.trim().length >= 2;
  const { found, is } = useAsked<Place>(written, asks.places, { when: enough });
  const take = (place: Place | undefined) => {
    if (!place) return;
    setSeen((before) => ({ ...before, [place.code]: place.name }));
    setWritten(single ? place.name : '');
    onChange(single ? [place.code] : [...chosen.filter((code) => code !== place.code), place.code]);
  };
  return (
    <div className={styles['tags']}>
      {!single &&
        chosen.map((code) => (
          <span key={code} className={styles['tag']}>
            {nameOf(code)}
            <button
              type="button"
              aria-label={say('control.remove', { what: nameOf(code) })}
              onClick={() => onChange(chosen.filter((other) => other !== code))}
            >
              <Icon name="close" size={14} />
            </button>
          </span>
        ))}
      <div className={styles['wide']}>
        <ComboLine
          id={id}
          options={found.map(({ code, name, province }) => ({ key: code, title: name, meta: province }))}
          typed={written}
          onType={setWritten}
          settled={single && chosen[0] ? nameOf(chosen[0]) : ''}
          onChoose={({ key }) => take(found.find(({ code }) => code === key))}
          empty={say(enough ? (seeking[is] ?? 'control.no-place') : 'control.place-hint')}
          words={{ open: say('control.open'), found: (n) => say('ask.fit', { n }) }}
          icon="search"
          placeholder={say('control.place-hint')}
          aria-label={label}
          aria-labelledby={labelledBy}
          aria-describedby={describedBy}
        />
      </div>
    </div>
  );
}
