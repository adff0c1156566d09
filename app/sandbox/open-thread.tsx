'use client';

import { type FormEvent, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl/react';
import { dateFormat } from '#locales/dates-and-lists.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Mailbox } from '#ui/mailbox.tsx';
import { Phone } from '#ui/phone.tsx';
import styles from './sandbox.module.css';
import { type Kind, reply, type Shown, useThread } from './use-threads.ts';

/** One phone or mailbox, with a line to answer from it. */
export function OpenThread({
  kind,
  address,
  drills,
  drillWord,
}: {
  kind: Kind;
  address: string;
  drills: string[];
  drillWord: string;
}) {
  const t = useTranslations();
  const locale = useLocale();
  const { data, again } = useThread(kind, address);
  const messages = data?.messages ?? [];
  const drill = messages.some(({ about }) => drills.some((id) => about.startsWith(id))) ? drillWord : null;
  const dates = dateFormat(locale, { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Madrid' });
  const time = (at: number) => dates.format(at);
  const sender = messages.findLast(({ direction }) => direction === 'out')?.from ?? address;
  const label = t(kind === 'phones' ? 'sandbox.phoneOf' : 'sandbox.mailboxOf', { address });
  return (
    <div className={styles['open']}>
      <h2>{address}</h2>
      {kind === 'phones' ? (
        <Phone
          sender={sender}
          label={label}
          drill={drill}
          bubbles={messages.map((message) => ({
            key: `${message.key}-${message.direction}-${message.at}`,
            from: message.direction === 'out' ? 'us' : 'them',
            text: message.text,
            lang: message.language,
            time: time(message.at),
            note: t.has(`channel.${message.channel}`) ? t(`channel.${message.channel}`) : message.channel,
          }))}
        >
          <Answer kind={kind} address={address} onSent={again} />
        </Phone>
      ) : (
        <>
          <Mailbox
            label={label}
            drill={drill}
            mails={messages.toReversed().map((message) => asMail(message, time(message.at)))}
          />
          <Answer kind={kind} address={address} onSent={again} />
        </>
      )}
    </div>
  );
}

const asMail = (message: Shown, time: string) => ({
  key: `${message.key}-${message.direction}-${message.at}`,
  from: message.from,
  subject: message.subject ?? message.text.slice(0, 60),
  text: message.text,
  lang: message.language,
  time,
});

function Answer({ kind, address, onSent }: { kind: Kind; address: string; onSent: () => void }) {
  const t = useTranslations();
  const announce = useAnnounce();
  const [text, setText] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const taken = await reply(kind, address, text.trim());
    announce(t(taken ? 'sandbox.sent' : 'sandbox.notSent'));
    if (taken) setText('');
    onSent();
  };
  return (
    <form className={styles['answer']} onSubmit={submit}>
      <Field
        label={t('sandbox.answer')}
        value={text}
        maxLength={2_000}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" look="primary">
        {t('sandbox.send')}
      </Button>
    </form>
  );
}
