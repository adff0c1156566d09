'use client';

import type { Text } from '#engine/journey.ts';
import { writeText } from '#engine/text/write-message.ts';
import { dateFormat } from '#locales/dates-and-lists.ts';
import { Notice } from '#ui/notice.tsx';
import { Paper } from '#ui/paper.tsx';
import { Phone } from '#ui/phone.tsx';
import type { InspectorContext, SamplePerson } from '../../inspector/context.ts';
import { Listen } from './listen.tsx';
import styles from './message.module.css';
import { SmsMeter } from './sms-meter.tsx';

/** A text as one invented person would have it before them: on a phone, in a mailbox, on paper, or spoken. */
export function Preview({
  text,
  channel,
  language,
  person,
  context,
}: {
  text: Text;
  channel: string;
  language: string;
  person: SamplePerson;
  context: InspectorContext;
}) {
  const { say, house, now } = context;
  const written = textFor(person, text, { channel, language, now });
  if (!written.text)
    return (
      <Notice look="ochre">
        {say.has(`reason.${written.reason}`)
          ? say(`reason.${written.reason}`)
          : say('message.cannot-write', { name: person.name })}
      </Notice>
    );
  const { subject = '', body, html } = written.text;
  const account = house.accounts.find((one) => one.channel === channel);
  const sender = account?.sender ?? house.unit;
  const label = say('message.preview-for', { name: person.name });
  const time = dateFormat(say.locale, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Madrid',
  }).format(now);
  switch (channel) {
    case 'email':
      return (
        <div className={styles['mail']} role="group" aria-label={label}>
          <p className={styles['mailFrom']}>{sender}</p>
          <p className={styles['mailSubject']} lang={language}>
            {subject}
          </p>
          {html ? (
            <MailPage html={html} title={label} />
          ) : (
            <p className={styles['mailText']} lang={language}>
              {body}
            </p>
          )}
        </div>
      );
    case 'letter':
      return (
        <Paper
          label={label}
          sender={house.unit}
          address={[
            person.name,
            String(person.citizen['postalAddress'] ?? ''),
            house.places[String(person.citizen['municipality'] ?? '')] ?? '',
          ].filter(Boolean)}
          date={dateFormat(language, { dateStyle: 'long', timeZone: 'Europe/Madrid' }).format(now)}
          paragraphs={[subject, ...body.split('\n\n')].filter(Boolean)}
          drill={null}
          lang={language}
        />
      );
    case 'voice':
      return (
        <div className={styles['call']} role="group" aria-label={label}>
          <p className={styles['spoken']} lang={language}>
            {body}
          </p>
          <Listen text={body} language={language} say={say} />
        </div>
      );
    default:
      return (
        <>
          <Phone
            short
            sender={sender}
            label={label}
            drill={null}
            bubbles={[{ key: 'text', from: 'us', text: body, time }]}
          />
          {channel === 'sms' && <SmsMeter text={body} accounts={house.accounts} say={say} />}
        </>
      );
  }
}

/** What a text becomes for one person. */
export function textFor(
  person: SamplePerson,
  text: Text,
  { channel, language, now }: { channel: string; language: string; now: number },
) {
  const zone = String(person.citizen['zone'] ?? 'Europe/Madrid');
  const event = {
    areaDesc: 'Enguera',
    headline: '',
    instruction: '',
    expires: new Date(now + 7_200_000).toISOString(),
  };
  return writeText(text, { channel, language }, { citizen: person.citizen, member: {}, event, now, zone });
}

/** The page by itself, where it can run nothing, fetch nothing and reach nothing around it. */
function MailPage({ html, title }: { html: string; title: string }) {
  const guarded = html.replace(
    '<head>',
    `<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
  );
  return <iframe className={styles['page']} sandbox="" srcDoc={guarded} title={title} />;
}
