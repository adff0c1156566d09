'use client';

import { useState, useTransition } from 'react';
import type { Problem } from '#engine/problem.ts';
import { dateFormat } from '#locales/dates-and-lists.ts';
import { sayProblem } from '#locales/say-problem.ts';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { ProblemList } from '#ui/problem-list.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { type AskingToPublish, standsOpen } from '../asking-to-publish.ts';
import type { Saving } from '../store/saving.ts';
import { useDraft } from '../store/use-draft.ts';
import { useSaving } from '../use-saving.ts';
import { useSay } from '../use-say.ts';
import styles from './check-panel.module.css';
import { timeZone } from './time-zone.ts';

/** Asking for approval: a note, for a standing service its ceiling, and then it waits; it can be taken back. */
export function AskForm({
  asking,
  saving,
  blocked,
  checked,
  listed,
}: {
  asking: AskingToPublish;
  saving: Saving;
  /** Something is known to be missing; whether anything is, is known once it is checked. */
  blocked: boolean;
  checked: boolean;
  /** The codes that the list above tells already. */
  listed: ReadonlySet<string>;
}) {
  const say = useSay();
  const saved = useSaving(saving);
  const draft = useDraft((state) => state.draft);
  const [standing, setStanding] = useState(asking.standing);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [note, setNote] = useState('');
  const [ceiling, setCeiling] = useState({ perDay: 1_000, inTotal: 50_000, until: inAYear() });
  const [busy, start] = useTransition();
  const open = standsOpen(draft);
  const told = (work: () => ReturnType<AskingToPublish['withdraw']>) =>
    start(async () => {
      const answer = await work().catch(() => ({ standing, problems: [unreachable] }));
      setStanding(answer.standing);
      asking.onStanding?.(answer.standing);
      setProblems(answer.problems);
    });
  const waits = standing?.status === 'waiting';
  return (
    <div className={styles['ask']}>
      {standing && <StandingNotice standing={standing} requests={asking.requests} />}
      {waits ? (
        <Button disabled={busy} onClick={() => told(() => asking.withdraw(draft.slug))}>
          {say('publish.withdraw')}
        </Button>
      ) : (
        <form
          className={styles['ask']}
          onSubmit={(event) => {
            event.preventDefault();
            const until = new Date(`${ceiling.until}T23:59:59`).toISOString();
            const wish = { slug: draft.slug, version: saved.version, note };
            told(() => asking.ask(open ? { ...wish, ceiling: { ...ceiling, until } } : wish));
          }}
        >
          {!asking.signable && <Notice look="ochre">{sayProblem(say, noApprover)}</Notice>}
          <TextArea
            label={say('publish.note')}
            hint={say('publish.noteHint')}
            rows={3}
            maxLength={2_000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
          {open && (
            <fieldset className={styles['ceiling']}>
              <legend>{say('publish.ceiling')}</legend>
              {(['perDay', 'inTotal'] as const).map((name) => (
                <NumberField
                  key={name}
                  label={say(`publish.${name}`)}
                  least={1}
                  value={ceiling[name]}
                  onChange={(value) => setCeiling((before) => ({ ...before, [name]: value }))}
                  words={{ less: say('ask.less'), more: say('ask.more') }}
                />
              ))}
              <Field
                label={say('publish.until')}
                type="date"
                value={ceiling.until}
                onChange={({ target }) => setCeiling((before) => ({ ...before, until: target.value }))}
              />
            </fieldset>
          )}
          <Button type="submit" look="primary" disabled={busy || blocked || !checked || saved.is !== 'saved'}>
            {say('designer.ask')}
          </Button>
          <p role="status">{blocked ? say('publish.blocked') : saved.is === 'saved' ? '' : say('publish.unsaved')}</p>
        </form>
      )}
      <div role="status">
        <ProblemList
          words={{ error: say('problem.error'), warning: say('problem.warning') }}
          problems={problems
            .filter(({ code }) => !listed.has(code))
            .map((problem) => ({ severity: problem.severity, sentence: sayProblem(say, problem) }))}
        />
      </div>
    </div>
  );
}

function StandingNotice({
  standing,
  requests,
}: {
  standing: NonNullable<AskingToPublish['standing']>;
  requests: string | null;
}) {
  const say = useSay();
  const { status, askedAt, by, reason, id } = standing;
  const at =
    askedAt && dateFormat(say.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(askedAt));
  if (status !== 'waiting' && status !== 'returned' && status !== 'rejected') return null;
  return (
    <Notice look={status === 'waiting' ? 'calm' : 'ochre'} icon="sign">
      {say(`publish.${status}`, { by, at: at ?? '' })} {reason && `«${reason}»`}{' '}
      {requests && <a href={`${requests}/${id}`}>{say('publish.see')}</a>}
    </Notice>
  );
}

const noApprover: Problem = { code: 'request-no-approver', severity: 'error' };
const unreachable: Problem = { code: 'house-unreachable', severity: 'error' };

function inAYear(): string {
  const day = new Date();
  day.setFullYear(day.getFullYear() + 1);
  day.setDate(day.getDate() - 1);
  return day.toISOString().slice(0, 10);
}
