'use client';

import { Button } from '#ui/button.tsx';
import fieldStyles from '#ui/field.module.css';
import { Notice } from '#ui/notice.tsx';
import type { Control } from '../control.ts';
import styles from '../controls.module.css';
import { NumberInput } from '../plain/number-input.tsx';
import { listOf, recordOf, slugFrom, textOf, withItem } from '../read-value.ts';
import { ItemTools } from './item-tools.tsx';

/** Sides and percentages, drawn as one bar; refused where chance may not decide who gets less. */
export const sharesControl: Control = {
  group: true,
  Edit: ({ id, value, onChange, describedBy, context: { say, journey } }) => {
    const shares = listOf(value).map(recordOf);
    const percents = shares.map(({ percent }) => (typeof percent === 'number' ? percent : 0));
    const sum = percents.reduce((all, one) => all + one, 0);
    const refused = journey.class === 'emergency' || journey.class === 'statutory';
    const even = () => {
      const each = Math.floor(100 / shares.length);
      onChange(shares.map((share, i) => ({ ...share, percent: i === 0 ? 100 - each * (shares.length - 1) : each })));
    };
    return (
      <div className={styles['stack']} role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
        {refused && (
          <Notice look="ink">{say('control.split-refused', { class: say(`class.${journey.class}`) })}</Notice>
        )}
        <div className={styles['bar']} aria-hidden>
          {percents.map((percent, i) => (
            <span key={`${i}-${String(shares[i]?.['id'])}`} style={{ flexGrow: Math.max(percent, 0.5) }} />
          ))}
          {sum < 100 && <span className={styles['rest']} style={{ flexGrow: 100 - sum }} />}
        </div>
        {shares.map((share, i) => (
          // Sides have no identity but their place: their names are being typed.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={i} className={styles['pair']}>
            <input
              id={i === 0 ? id : undefined}
              className={fieldStyles['input']}
              value={textOf(share['id'])}
              aria-label={say('control.side-name', { n: i + 1 })}
              onChange={(event) =>
                onChange(
                  withItem(shares, i, { ...share, id: event.target.value.toLowerCase().replace(/[^a-z0-9-]/g, '-') }),
                )
              }
            />
            <NumberInput
              value={share['percent']}
              width={72}
              aria-label={say('control.side-percent', { n: i + 1 })}
              onChange={(percent) => onChange(withItem(shares, i, { ...share, percent: percent ?? 0 }))}
            />
            <span aria-hidden>%</span>
            <ItemTools
              at={i}
              of={shares.length}
              what={textOf(share['id'])}
              onRemove={shares.length > 2 ? () => onChange(withItem(shares, i, undefined)) : undefined}
              say={say}
            />
          </div>
        ))}
        <p className={styles['note']} role="status">
          {say('control.shares-sum', { n: sum })}
        </p>
        <div className={styles['acts']}>
          <Button
            look="quiet"
            icon="plus"
            disabled={shares.length >= 10}
            onClick={() =>
              onChange([
                ...shares,
                {
                  id: slugFrom(
                    '',
                    shares.map((share) => textOf(share['id'])),
                    'c',
                  ),
                  percent: 0,
                },
              ])
            }
          >
            {say('control.add-side')}
          </Button>
          <Button look="quiet" onClick={even}>
            {say('control.even')}
          </Button>
        </div>
      </div>
    );
  },
};
