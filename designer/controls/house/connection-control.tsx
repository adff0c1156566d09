'use client';

import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import fieldStyles from '#ui/field.module.css';
import type { Tried } from '../../inspector/asks.ts';
import { sayReason } from '../../say-reason.ts';
import type { Control, ControlProps } from '../control.ts';
import styles from '../controls.module.css';
import { connectionOf } from '../facts/connection-of.ts';
import { listOf, textOf } from '../read-value.ts';

/** One of the connections that two people made: its host, what may be told to it, and a try with somebody invented. */
export const connectionControl: Control = { group: false, Edit: ConnectionControl };

function ConnectionControl({ id, value, onChange, problems, describedBy, context }: ControlProps) {
  const { say, house } = context;
  const now = textOf(value);
  const known = connectionOf(context);
  const offered = now === '' || house.connections.some(({ slug }) => slug === now) ? [] : [now];
  return (
    <div className={styles['stack']}>
      <select
        id={id}
        className={fieldStyles['input']}
        value={now}
        aria-invalid={problems.some(({ severity }) => severity === 'error') || undefined}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.value)}
      >
        {now === '' && <option value="">{say('control.choose')}</option>}
        {offered.map((slug) => (
          <option key={slug} value={slug}>
            {slug}
          </option>
        ))}
        {house.connections.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </select>
      {known && (
        <p className={styles['note']}>
          {say('connection.means', {
            host: known.host,
            methods: known.methods.join(', '),
            n: known.sends?.length ?? 0,
          })}
        </p>
      )}
      {known?.canTry && <TryCall context={context} connection={known.slug} />}
    </div>
  );
}

function TryCall({ context, connection }: { context: ControlProps['context']; connection: string }) {
  const { say, asks, node } = context;
  const [tried, setTried] = useState<Tried | 'trying' | null>(null);
  const config = node?.config ?? {};
  const attempt = () => {
    setTried('trying');
    const call = {
      connection,
      method: textOf(config['method']) || 'POST',
      path: textOf(config['path']),
      send: listOf(config['send']).map(String),
    };
    asks.tryCall(call).then(setTried, () => setTried({ ok: false, reason: 'unavailable', sent: '' }));
  };
  return (
    <div className={styles['stack']}>
      <div>
        <Button look="quiet" icon="play" disabled={tried === 'trying'} onClick={attempt}>
          {say('connection.try')}
        </Button>
      </div>
      <div role="status">
        {tried === 'trying' && <p className={styles['note']}>{say('connection.trying')}</p>}
        {tried !== null && tried !== 'trying' && (
          <>
            <p>
              {tried.ok
                ? say('connection.answered', { status: tried.status, ms: tried.ms })
                : say('connection.failed', { why: sayReason(say, tried.reason) })}
            </p>
            {tried.sent !== '' && (
              <pre className={styles['code']} tabIndex={0} aria-label={say('connection.sent')}>
                {tried.sent}
              </pre>
            )}
            {tried.ok && (
              <pre className={styles['code']} tabIndex={0} aria-label={say('connection.answer')}>
                {tried.body || say('connection.empty')}
              </pre>
            )}
          </>
        )}
      </div>
    </div>
  );
}
