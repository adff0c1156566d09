import { sayName } from '#designer/say.ts';
import type { Journey } from '#engine/journey.ts';
import type { PreviewedText } from '#engine/office/preview-words.ts';
import { smsParts } from '#engine/text/sms-parts.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Mailbox } from '#ui/mailbox.tsx';
import { Paper } from '#ui/paper.tsx';
import { Phone } from '#ui/phone.tsx';
import { words } from '../words.ts';
import styles from './received.module.css';
import { titleOf } from './title-of.ts';

/** Texts of one language by channel, each as whoever receives it sees or hears it; the first channel stands open. */
export async function Received({
  texts,
  journey,
  sender,
}: {
  texts: PreviewedText[];
  journey: Journey;
  sender: string;
}) {
  const { t } = await words();
  const channels = [...new Set(texts.map(({ channel }) => channel))];
  return (
    <div className={styles['channels']}>
      {channels.map((channel, at) => {
        const own = texts.filter((text) => text.channel === channel);
        const label = `${sayName(t, 'channel', channel)} (${own.length})`;
        return (
          <Disclosure key={channel} title={label} open={at === 0}>
            <Shown texts={own} journey={journey} sender={sender} label={label} />
          </Disclosure>
        );
      })}
    </div>
  );
}

async function Shown({
  texts,
  journey,
  sender,
  label,
}: {
  texts: PreviewedText[];
  journey: Journey;
  sender: string;
  label: string;
}) {
  const { t } = await words();
  const channel = texts[0]?.channel;
  const title = ({ node }: PreviewedText) => titleOf(t, journey, node);
  if (channel === 'email')
    return (
      <Mailbox
        label={label}
        drill={null}
        mails={texts.map((text) => ({
          key: text.node,
          from: sender,
          subject: text.subject ?? '',
          text: text.body,
          lang: text.language,
          time: title(text),
        }))}
      />
    );
  if (channel === 'letter')
    return texts.map((text) => (
      <Paper
        key={text.node}
        label={`${label}: ${title(text)}`}
        sender={sender}
        address={['Carmen Ruiz', '—']}
        date={title(text)}
        paragraphs={[...(text.subject ? [text.subject] : []), ...text.body.split(/\n+/)]}
        drill={null}
        lang={text.language}
      />
    ));
  return (
    <Phone
      sender={channel === 'voice' ? t('request.call', { sender }) : sender}
      label={label}
      drill={null}
      bubbles={texts.map((text) => ({
        key: text.node,
        from: 'us' as const,
        text: text.body,
        lang: text.language,
        time: title(text),
        note: channel === 'sms' ? t('request.parts', { n: smsParts(text.body).parts }) : undefined,
      }))}
    />
  );
}
