'use client';

import { useState } from 'react';
import { channels } from '#engine/journey.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Icon } from '#ui/icon.tsx';
import { channelIcons } from '../../face-of.ts';
import { under } from '../../inspector/field-problems.ts';
import { sayName } from '../../say.ts';
import type { Control, ControlProps } from '../control.ts';
import { moved, withItem } from '../read-value.ts';
import { audienceOf } from './audience-of.ts';
import styles from './ladder.module.css';
import { LadderReach } from './ladder-reach.tsx';
import { RungLine } from './rung-line.tsx';
import { type DraftRung, isChannel, newRung, rungsOf } from './rungs.ts';
import { useReach } from './use-reach.ts';

/** The attempts to reach somebody, in order: by dragging, by arrow keys on the grip, or by the buttons beside it. */
export const ladderControl: Control = { group: true, Edit: LadderControl };

function LadderControl({ id, value, onChange, problems, describedBy, context }: ControlProps) {
  const { say, journey, node, house, asks } = context;
  const announce = useAnnounce();
  const [dragged, setDragged] = useState<number | null>(null);
  const rungs = rungsOf(value);
  const order = node?.config['order'] === 'parallel' ? 'parallel' : 'sequential';
  const messageClass = classOf(node?.config['class'], journey.class);
  const { rule, everybody } = audienceOf(journey);
  const counted = useReach({ rule, rungs: rungs.flatMap(asReached), class: messageClass }, asks);

  const move = (from: number, to: number) => {
    if (to < 0 || to >= rungs.length || from === to) return;
    onChange(moved(rungs, from, to));
    announce(
      say('ladder.moved', {
        channel: sayName(say, 'channel', rungs[from]?.channel ?? ''),
        at: to + 1,
        of: rungs.length,
      }),
    );
  };
  const add = (rung: DraftRung) => {
    onChange([...rungs, rung]);
    announce(say('ladder.added', { channel: sayName(say, 'channel', rung.channel), at: rungs.length + 1 }));
  };

  return (
    <div className={styles['ladder']} role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      <ol className={`${styles['rungs']} ${styles[order]}`}>
        {rungs.map((rung, i) => (
          <RungLine
            key={rungs.findIndex(({ id: other }) => other === rung.id) === i ? rung.id : `${rung.id}-${i}`}
            id={i === 0 ? id : `${id}-${i}`}
            rung={rung}
            at={i}
            of={rungs.length}
            reach={counted?.counts[rung.id]}
            total={counted?.total}
            exact={counted?.exact ?? false}
            problems={under(problems, i)}
            dragging={dragged === i}
            onDrag={setDragged}
            onDrop={() => {
              if (dragged !== null) move(dragged, i);
              setDragged(null);
            }}
            onMove={(to) => move(i, to)}
            onChange={(next) => onChange(withItem(rungs, i, next))}
            onRemove={rungs.length > 1 ? () => onChange(withItem(rungs, i, undefined)) : undefined}
            context={context}
          />
        ))}
      </ol>
      <div className={styles['add']} role="group" aria-label={say('ladder.add')}>
        <span aria-hidden>{say('ladder.add')}</span>
        {channels.map((channel) => (
          <button
            key={channel}
            type="button"
            disabled={rungs.length >= 12}
            onClick={() => add(newRung(channel, rungs))}
          >
            <Icon name={channelIcons[channel] ?? 'bubble'} size={16} />
            {sayName(say, 'channel', channel)}
          </button>
        ))}
      </div>
      <LadderReach
        counted={counted}
        rungs={rungs}
        order={order}
        everybody={everybody}
        accounts={house.accounts}
        onAdd={(channel) => add(newRung(channel, rungs))}
        say={say}
      />
    </div>
  );
}

const asReached = ({ id, channel, to }: DraftRung) => (isChannel(channel) ? [{ id, channel, to }] : []);

const classes = ['emergency', 'statutory', 'service', 'informative'] as const;
const classOf = (own: unknown, ofJourney: (typeof classes)[number]) => classes.find((one) => one === own) ?? ofJourney;
