'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, Suspense, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { atPlaces } from '#engine/office/at-places.ts';
import type { Rule } from '#engine/rule/rule.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Choices } from '#ui/choices.tsx';
import { fetchedPart } from '#ui/fetched-part.tsx';
import { Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { Waiting } from '#ui/waiting.tsx';
import { LaunchCount } from './launch-count.tsx';
import type { Place } from './places.tsx';
import { sendLaunch } from './send-launch.ts';
import { useCount } from './use-count.ts';

// Only who chooses places loads the search for them.
const { Part: Places } = fetchedPart(() => import('./places.tsx').then((module) => module.Places));

type Mode = 'live' | 'drill';
type Problem = { field: string; sentence: string };

/** The form of a launch. What is typed decides what the button says: a drill begins, for real somebody else is asked. */
export function LaunchForm({
  slug,
  emergency,
  mayLive,
  mode: first,
  again,
  updates,
  ownRule,
  ownSaid,
  places: begun,
  facts,
  event: given,
  returned,
}: {
  slug: string;
  emergency: boolean;
  mayLive: boolean;
  mode: Mode;
  again: string | null;
  updates: string | null;
  ownRule: Rule;
  /** The same in words. */
  ownSaid: string;
  places: Place[];
  facts: string[];
  event: Record<string, unknown>;
  returned: string | null;
}) {
  const t = useTranslations();
  const announce = useAnnounce();
  const router = useRouter();
  const [mode, setMode] = useState(first);
  const [places, setPlaces] = useState(begun);
  const [who, setWho] = useState<'own' | 'places'>(begun.length > 0 ? 'places' : 'own');
  const [event, setEvent] = useState<Record<string, unknown>>(given);
  const [errors, setErrors] = useState<Problem[]>([]);
  const [busy, setBusy] = useState(false);
  // One key for this form: pressing twice, or again after a lost answer, launches once.
  const [key] = useState(() => crypto.randomUUID());
  const audience = useMemo(
    () =>
      who === 'own'
        ? ownRule
        : atPlaces(
            ownRule,
            places.map(({ code }) => code),
          ),
    [who, places, ownRule],
  );
  const counted = useCount(slug, audience, event);
  const wrong = (field: string) => errors.find((error) => error.field === field)?.sentence;
  const submit = async (submitted: FormEvent<HTMLFormElement>) => {
    submitted.preventDefault();
    const form = new FormData(submitted.currentTarget);
    const problems = mode === 'live' ? mistyped(form, counted?.total, t('launch.typeWrong')) : [];
    if (who === 'places' && places.length === 0) problems.push({ field: 'places', sentence: t('launch.placesNone') });
    if (problems.length > 0) return setErrors(problems);
    setBusy(true);
    const told = await sendLaunch(key, {
      slug,
      mode,
      ...(who === 'places' && { audience }),
      event: Object.fromEntries(Object.entries(event).filter(([, value]) => value !== '')),
      ...(mode === 'live' && {
        ...moment(form, 'from'),
        ...moment(form, 'until'),
        note: String(form.get('note') ?? '') || undefined,
        updates: updates ?? undefined,
        request: again ?? undefined,
      }),
    });
    setBusy(false);
    if (!told.ok)
      return setErrors(told.problems.length > 0 ? told.problems : [{ field: '', sentence: t('launch.failed') }]);
    announce(t(told.asked ? 'launch.asked' : 'launch.launched'));
    router.push(told.href);
  };
  return (
    <Form
      errors={errors}
      errorTitle={t('launch.cannot')}
      onSubmit={(submitted) => void submit(submitted)}
      actions={
        <Button type="submit" look="primary" icon={mode === 'drill' ? 'play' : 'sign'} disabled={busy}>
          {t(mode === 'drill' ? 'launch.startDrill' : counted?.needs === null ? 'launch.send' : 'launch.ask')}
        </Button>
      }
    >
      {returned && (
        <Notice look="ochre">
          <p>{t('launch.returned', { reason: returned })}</p>
        </Notice>
      )}
      {mayLive && !again && !updates && (
        <Choices
          label={t('launch.mode')}
          name="mode"
          chosen={[mode]}
          onChoose={([one]) => setMode(one === 'live' ? 'live' : 'drill')}
          options={[
            { value: 'drill', title: t('launch.drill'), means: t('launch.drillMeans') },
            {
              value: 'live',
              title: t('launch.live'),
              means: t(emergency ? 'launch.liveEmergency' : 'launch.liveMeans'),
            },
          ]}
        />
      )}
      <Choices
        label={t('launch.who')}
        name="who"
        chosen={[who]}
        onChoose={([one]) => setWho(one === 'places' ? 'places' : 'own')}
        options={[
          { value: 'own', title: t('launch.own'), means: ownSaid },
          { value: 'places', title: t('launch.inPlaces'), means: t('launch.inPlacesMeans') },
        ]}
      />
      {who === 'places' && (
        <Suspense fallback={<Waiting>{t('launch.placesWaiting')}</Waiting>}>
          <Places chosen={places} onChange={setPlaces} />
        </Suspense>
      )}
      <LaunchCount counted={counted} mode={mode} />
      {facts.map((name) => (
        <Field
          key={name}
          id={`event.${name}`}
          error={wrong(`event.${name}`)}
          label={t.has(`launch.fact-${name}`) ? t(`launch.fact-${name}`) : name}
          hint={t('launch.factHint', { name: t.has(`launch.gap-${name}`) ? t(`launch.gap-${name}`) : name })}
          maxLength={200}
          autoComplete="off"
          value={String(event[name] ?? '')}
          onChange={(changed) => setEvent({ ...event, [name]: changed.target.value })}
        />
      ))}
      {mode === 'live' && (
        <>
          {(['from', 'until'] as const).map((name) => (
            <Field
              key={name}
              id={name}
              name={name}
              type="datetime-local"
              label={t(`launch.${name}`)}
              hint={t(`launch.${name}Hint`)}
              error={wrong(name)}
            />
          ))}
          <TextArea name="note" label={t('launch.note')} hint={t('launch.noteHint')} maxLength={2_000} rows={3} />
          {counted && (
            <Field
              id="typed"
              name="typed"
              error={wrong('typed')}
              inputMode="numeric"
              autoComplete="off"
              label={t('launch.type', { n: counted.total })}
              hint={t('launch.typeHint', { typed: String(counted.total) })}
            />
          )}
        </>
      )}
    </Form>
  );
}

/** For real one types the number: 41203, 41.203 and 41 203 are the same to whoever has read it. */
function mistyped(form: FormData, total: number | undefined, sentence: string): Problem[] {
  const typed = String(form.get('typed') ?? '').replace(/[\s.,’']/g, '');
  return total !== undefined && typed === String(total) ? [] : [{ field: 'typed', sentence }];
}

/** A moment as the browser's field writes it, in the zone of whoever types. */
function moment(form: FormData, name: 'from' | 'until'): Record<string, string> {
  const written = String(form.get(name) ?? '');
  return written === '' ? {} : { [name]: new Date(written).toISOString() };
}
