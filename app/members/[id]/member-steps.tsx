import { type Say, sayName } from '#designer/say.ts';
import { tellStep } from '#designer/tell-step.ts';
import type { MemberTimeline } from '#drizzle/queries/member-timeline.ts';
import type { Compiled } from '#engine/compile.ts';
import type { Journey } from '#engine/journey.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Icon } from '#ui/icon.tsx';
import styles from './member.module.css';

/** Decision by decision: what happened, which conditions were read and what they said, what was done. */
export function MemberSteps({
  say: t,
  timeline,
  journey,
  at,
}: {
  say: Say;
  timeline: MemberTimeline;
  journey: Journey;
  at: (iso: string) => string;
}) {
  const readings = (timeline.compiled as Partial<Compiled> | null)?.readings ?? {}; // as published by engine/compile.ts
  // Every rung that is left asks for its message back; only what had not gone can be told of.
  const withdrew = (node: string, rung: string) =>
    timeline.messages.some(
      (message) => message.node === node && message.rung === rung && message.status === 'withdrawn',
    );
  return (
    <ol className={styles['steps']}>
      {timeline.steps.map((step) => {
        const told = step.decision && tellStep(t, step.decision, { journey, readings, withdrew });
        return (
          <li key={step.seq}>
            <time dateTime={step.at}>{at(step.at)}</time>
            <div className={styles['step']}>
              <p className={styles['happened']}>
                {told ? told.happened : sayName(t, 'note', step.note?.replaceAll('.', '-') ?? 'other')}
              </p>
              {told?.done.map((sentence) => (
                <p key={sentence} className={styles['done']}>
                  <Icon name="arrow" size={16} />
                  <span>{sentence}</span>
                </p>
              ))}
              {told && <p>{told.now}</p>}
              {told && told.read.length > 0 && (
                <Disclosure title={t('member.read', { n: told.read.length })}>
                  <dl className={styles['read']}>
                    {told.read.map(({ question, holds }) => (
                      <div key={question}>
                        <dt>{question}</dt>
                        <dd>
                          <Icon name={holds ? 'check' : 'close'} size={16} />
                          {t(holds ? 'rule.yes' : 'rule.no')}
                        </dd>
                      </div>
                    ))}
                  </dl>
                </Disclosure>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
