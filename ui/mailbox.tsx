import styles from './mailbox.module.css';

export type Mail = {
  key: string;
  from: string;
  subject: string;
  text: string;
  lang?: string | undefined;
  time: string;
};

/** A mailbox as the person reads it: newest first, each opens in its place. */
export function Mailbox({ label, mails, drill }: { label: string; mails: Mail[]; drill: string | null }) {
  return (
    <section className={styles['mailbox']} aria-label={label}>
      {drill && <p className={styles['drill']}>{drill}</p>}
      {mails.map(({ key, from, subject, text, lang, time }, i) => (
        <details key={key} className={styles['mail']} open={i === 0}>
          <summary>
            <span className={styles['subject']} lang={lang}>
              {subject}
            </span>
            <span className={styles['meta']}>
              {from} · {time}
            </span>
          </summary>
          <p className={styles['text']} lang={lang}>
            {text}
          </p>
        </details>
      ))}
    </section>
  );
}
