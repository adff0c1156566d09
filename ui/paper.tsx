import styles from './paper.module.css';

/** A letter as it leaves the printer: sender, the window with its address, date, text, and the marks to fold it by. */
export function Paper({
  label,
  sender,
  address,
  date,
  paragraphs,
  drill,
  lang,
}: {
  label: string;
  sender: string;
  /** Line by line, as it shows through the window. */
  address: string[];
  date: string;
  paragraphs: string[];
  drill: string | null;
  lang?: string | undefined;
}) {
  return (
    <div className={styles['paper']} role="group" aria-label={label}>
      {drill && <p className={styles['drill']}>{drill}</p>}
      <p className={styles['sender']}>{sender}</p>
      <address className={styles['window']}>
        {address.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      <p className={styles['date']}>{date}</p>
      <div className={styles['text']} lang={lang}>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </div>
  );
}
