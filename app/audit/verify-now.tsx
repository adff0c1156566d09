'use client';

import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { verify } from './verify.ts';

type Answer = Awaited<ReturnType<typeof verify>>;

/** Has the whole audit verified, and says what was found and where. */
export function VerifyNow() {
  const t = useTranslations();
  const [answer, setAnswer] = useState<Answer | 'failed'>();
  const [busy, start] = useTransition();
  const ask = () => start(async () => setAnswer(await verify().catch(() => 'failed' as const)));
  return (
    <>
      <p>
        <Button icon="shield" disabled={busy} onClick={ask}>
          {t(busy ? 'audit.checking' : 'audit.check')}
        </Button>
      </p>
      {answer === 'failed' && (
        <Notice look="ochre" live>
          {t('audit.checkFailed')}
        </Notice>
      )}
      {answer && answer !== 'failed' && <Findings answer={answer} />}
    </>
  );
}

function Findings({ answer: { rows, lastSealed, findings, anchored } }: { answer: Answer }) {
  const t = useTranslations();
  const told = findings.slice(0, 50);
  return (
    <Notice look={findings.length > 0 ? 'ink' : 'calm'} live>
      {findings.length > 0 ? (
        <>
          <p>{t('audit.wrong', { n: findings.length })}</p>
          <ul>
            {told.map((finding) => (
              <li key={JSON.stringify(finding)}>{t(`auditFinding.${finding.kind}`, finding)}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          {lastSealed === null ? t('audit.wholeUnsealed', { n: rows }) : t('audit.whole', { n: rows, day: lastSealed })}
        </p>
      )}
      {!anchored && <p>{t('audit.unanchored')}</p>}
    </Notice>
  );
}
