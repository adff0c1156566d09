'use client';

import { useState } from 'react';
import type { Channel, Text } from '#engine/journey.ts';
import { Button } from '#ui/button.tsx';
import type { Sent } from '../../inspector/asks.ts';
import type { InspectorContext } from '../../inspector/context.ts';
import { sayReason } from '../../say-reason.ts';
import styles from './message.module.css';

/** Sends the text, as this invented person would get it, to whoever is signed in, and says where it went. */
export function SendTest({
  channel,
  language,
  text,
  person,
  context: { say, asks },
}: {
  channel: Channel;
  language: string;
  text: Text;
  person: string;
  context: InspectorContext;
}) {
  const [sent, setSent] = useState<Sent | 'sending' | null>(null);
  const send = () => {
    setSent('sending');
    asks
      .sendTest({ channel, language, text, person })
      .then(setSent, () => setSent({ ok: false, reason: 'unavailable' }));
  };
  return (
    <div className={styles['test']}>
      <Button look="plain" icon="arrow" disabled={sent === 'sending'} onClick={send}>
        {say('message.send-test')}
      </Button>
      <span role="status" className={styles['note']}>
        {sent === 'sending' && say('message.sending')}
        {sent !== null &&
          sent !== 'sending' &&
          (sent.ok
            ? say('message.sent', { to: sent.to })
            : say('message.not-sent', { why: sayReason(say, sent.reason) }))}
      </span>
    </div>
  );
}
