import type { ToldJourney, ToldNode } from '#designer/document/tell-journey.ts';
import type { Say } from '#designer/say.ts';
import styles from './revision.module.css';

/** A journey told whole, on the page. */
export function DocumentInWords({ told, t }: { told: ToldJourney; t: Say }) {
  return (
    <article className={styles['document']}>
      <p className={styles['phrase']}>{told.frase}</p>
      <dl className={styles['facts']}>
        {told.facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {told.exits.map(({ label, told: sentences }) => (
        <section key={label}>
          <h2>{label}</h2>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      ))}
      <h2>{t('document.steps')}</h2>
      {told.steps.map((step) => (
        <Step key={step.id} step={step} t={t} />
      ))}
      <p>{t('document.outcomes', { outcomes: told.outcomes.join(', ') })}</p>
    </article>
  );
}

function Step({ step: { id, n, title, kind, does, why, conditions, ways, messages }, t }: { step: ToldNode; t: Say }) {
  return (
    <section id={id} className={styles['step']}>
      <h3>
        {n}. {title} <small>{kind}</small>
      </h3>
      <p>{does}</p>
      {why && <p className={styles['why']}>{t('document.why', { why })}</p>}
      {conditions.map((rule) => (
        <p key={rule}>{t('document.condition', { rule })}</p>
      ))}
      {ways.length > 0 && (
        <ul>
          {ways.map(({ label, to }) => (
            <li key={label}>
              <strong>{label}</strong>: {to ?? t('outline.nowhere')}
            </li>
          ))}
        </ul>
      )}
      {messages.map(({ channel, language, tag, subject, body }) => (
        <blockquote key={`${channel} ${tag}`} lang={tag}>
          <p className={styles['meta']}>
            {channel} · {language}
          </p>
          {subject && <p className={styles['subject']}>{subject}</p>}
          <p className={styles['body']}>{body ?? t('outline.noText')}</p>
        </blockquote>
      ))}
    </section>
  );
}
