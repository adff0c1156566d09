'use client';

import { channels } from '#engine/journey.ts';
import { durationMs, durationSchema } from '#engine/time/duration.ts';
import fieldStyles from '#ui/field.module.css';
import { Icon } from '#ui/icon.tsx';
import type { Figure } from '../../inspector/asks.ts';
import type { InspectorContext } from '../../inspector/context.ts';
import type { FieldProblem } from '../../inspector/field-problems.ts';
import { sayDuration, sayName } from '../../say.ts';
import { ItemTools } from '../lists/item-tools.tsx';
import { DurationInput } from '../time/duration-input.tsx';
import styles from './ladder.module.css';
import { type DraftRung, onChannel } from './rungs.ts';

const confirmations = ['accepted', 'delivered', 'read'] as const;

/** One attempt: its channel and to whom, whom it can reach today, and (folded away) its two limits and what counts. */
export function RungLine({
  id,
  rung,
  at,
  of,
  reach,
  total,
  exact,
  problems,
  dragging,
  onDrag,
  onDrop,
  onMove,
  onChange,
  onRemove,
  context: { say },
}: {
  id: string;
  rung: DraftRung;
  at: number;
  of: number;
  reach: Figure | undefined;
  total: Figure | undefined;
  exact: boolean;
  problems: readonly FieldProblem[];
  dragging: boolean;
  onDrag: (at: number | null) => void;
  onDrop: () => void;
  onMove: (to: number) => void;
  onChange: (rung: DraftRung) => void;
  onRemove: (() => void) | undefined;
  context: InspectorContext;
}) {
  const name = say('ladder.rung', { at: at + 1, channel: sayName(say, 'channel', rung.channel) });
  const share = reach && total && total.n > 0 ? Math.min(1, reach.n / total.n) : null;
  return (
    <li
      className={`${styles['rung']} ${dragging ? styles['dragging'] : ''}`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <div className={styles['top']}>
        <button
          type="button"
          className={styles['grip']}
          draggable
          aria-label={say('ladder.grip', { rung: name })}
          onDragStart={() => onDrag(at)}
          onDragEnd={() => onDrag(null)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            onMove(event.key === 'ArrowUp' ? at - 1 : at + 1);
          }}
        >
          <Icon name="grip" size={16} />
        </button>
        <span className={styles['number']} aria-hidden>
          {at + 1}
        </span>
        <select
          id={id}
          className={fieldStyles['input']}
          value={rung.channel}
          aria-label={say('ladder.channel', { at: at + 1 })}
          onChange={(event) => onChange(onChannel(rung, event.target.value))}
        >
          {channels.map((channel) => (
            <option key={channel} value={channel}>
              {sayName(say, 'channel', channel)}
            </option>
          ))}
        </select>
        <ItemTools at={at} of={of} what={name} onMove={onMove} onRemove={onRemove} say={say} />
      </div>
      <div className={styles['reach']}>
        <select
          className={styles['to']}
          value={rung.to}
          aria-label={say('ladder.to', { at: at + 1 })}
          onChange={(event) => onChange({ ...rung, to: event.target.value === 'carer' ? 'carer' : 'citizen' })}
        >
          <option value="citizen">{say('ladder.to-citizen')}</option>
          <option value="carer">{say('ladder.to-carer')}</option>
        </select>
        {reach && share !== null && (
          <>
            <span className={styles['scale']} aria-hidden>
              <span style={{ width: `${share * 100}%` }} />
            </span>
            <span className={styles['figure']}>
              {say(exact ? 'ladder.reaches' : 'ladder.reaches-about', { share: share * 100, n: reach.n })}
            </span>
          </>
        )}
      </div>
      <details className={styles['limits']} open={problems.some(({ path }) => path.length > 0) || undefined}>
        <summary>
          <Icon name="down" size={16} />
          {summaryOf(rung, say)}
        </summary>
        <div className={styles['fields']}>
          <Limit
            id={`${id}-leave`}
            label={say('ladder.leave')}
            hint={say('ladder.leave-means')}
            value={rung['leave']}
            onChange={(leave) => onChange(withLimit(rung, 'leave', leave))}
            say={say}
          />
          <Limit
            id={`${id}-answer`}
            label={say('ladder.answer')}
            hint={say('ladder.answer-means')}
            value={rung['answer'] ?? { hours: 48 }}
            onChange={(answer) => onChange(withLimit(rung, 'answer', answer))}
            say={say}
          />
          <label className={styles['enough']}>
            <span>{say('ladder.enough')}</span>
            <select
              className={fieldStyles['input']}
              value={String(rung['enough'] ?? 'delivered')}
              onChange={(event) => onChange({ ...rung, enough: event.target.value })}
            >
              {confirmations.map((one) => (
                <option key={one} value={one}>
                  {say(`ladder.enough-${one}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
      </details>
      {problems.map(({ sentence, severity }) => (
        <p key={sentence} className={`${styles['problem']} ${styles[severity]}`}>
          <Icon name={severity === 'error' ? 'octagon' : 'triangle'} size={16} />
          {sentence}
        </p>
      ))}
    </li>
  );
}

function Limit({
  id,
  label,
  hint,
  value,
  onChange,
  say,
}: {
  id: string;
  label: string;
  hint: string;
  value: unknown;
  onChange: (value: unknown) => void;
  say: InspectorContext['say'];
}) {
  return (
    <div>
      <span id={`${id}-name`} className={styles['label']}>
        {label}
      </span>
      <span id={`${id}-means`} className={styles['hint']}>
        {hint}
      </span>
      <DurationInput
        id={id}
        value={value}
        onChange={onChange}
        labelledBy={`${id}-name`}
        describedBy={`${id}-means`}
        say={say}
      />
    </div>
  );
}

function withLimit(rung: DraftRung, limit: 'leave' | 'answer', value: unknown): DraftRung {
  const { [limit]: _, ...rest } = rung;
  return (value === undefined ? rest : { ...rest, [limit]: value }) as DraftRung; // its id, channel and recipient stay
}

function summaryOf(rung: DraftRung, say: InspectorContext['say']): string {
  const answer = durationSchema.safeParse(rung['answer'] ?? { hours: 48 });
  const enough = confirmations.find((one) => one === rung['enough']) ?? 'delivered';
  return say('ladder.limits', {
    answer: answer.success ? sayDuration(say, durationMs(answer.data)) : '…',
    enough: say(`ladder.enough-${enough}`),
  });
}
