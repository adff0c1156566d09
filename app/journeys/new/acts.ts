'use server';

import { redirect } from 'next/navigation';
import { answersSchema } from '#designer/start/answers.ts';
import { firstDraft } from '#designer/start/first-draft.ts';
import { readJourneyFile } from '#designer/start/read-journey-file.ts';
import { createJourney } from '#drizzle/drafts/create-journey.ts';
import { readDraft } from '#drizzle/drafts/read-draft.ts';
import { type Journey, parse } from '#engine/journey.ts';
import type { Phrase } from '#engine/node.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { galleryFolders, loadJourney } from '#gallery/load-journey.ts';
import { sayProblem } from '#locales/say-problem.ts';
import { act } from '../../act.ts';
import { database } from '../../database.ts';
import type { FormState } from '../../form-state.ts';
import { type Official, requireOfficial } from '../../official.ts';
import { words } from '../../words.ts';

/** Begins a journey with the answers to five questions, and opens its draft. */
export const beginJourney = act('journey.begin', async (official, _: FormState, form: FormData): Promise<FormState> => {
  const { t } = await words();
  const given = { ...Object.fromEntries(form), languages: form.getAll('languages'), channels: form.getAll('channels') };
  const answers = answersSchema.safeParse(given);
  if (!answers.success) {
    const errors = answers.error.issues.map(({ path, message }) => ({
      field: String(path[0] ?? 'title'),
      sentence: t(`start.wrong-${['answer-event', 'event-type'].includes(message) ? 'event' : 'missing'}`, {
        field: t(`start.${String(path[0] ?? 'title')}`),
      }),
    }));
    return { errors, kept: keptOf(form) };
  }
  const parsed = parse(firstDraft(answers.data, t));
  if (!parsed.ok)
    return {
      errors: parsed.problems.map((one) => ({ field: 'title', sentence: sayProblem(t, one) })),
      kept: keptOf(form),
    };
  return open(official, form, parsed.journey, { code: 'begun', params: {} });
});

/** Brings a journey from a file: what is wrong with it is told, and nothing is stored. */
export const importJourney = act(
  'journey.import',
  async (official, _: FormState, form: FormData): Promise<FormState> => {
    const { t } = await words();
    const file = form.get('file');
    // A form without a file sends one without a name.
    if (!(file instanceof File) || file.name === '')
      return { errors: [{ field: 'file', sentence: t('start.noFile') }] };
    const read = await readJourneyFile(file);
    if (!read.ok)
      return {
        errors: read.problems.slice(0, 20).map((problem) => ({ field: 'file', sentence: sayProblem(t, problem) })),
      };
    return open(official, form, read.journey, { code: 'imported', params: {} });
  },
);

/** Begins with a copy of another journey's draft, or of an example of the gallery. */
export const copyJourney = act('journey.copy', async (official, _: FormState, form: FormData): Promise<FormState> => {
  const { t } = await words();
  const [slug, example] = [form.get('slug'), form.get('example')];
  const found =
    typeof example === 'string' && galleryFolders().includes(example)
      ? loadJourney(example)
      : await draftOf(official, slug);
  if (!found?.ok) return { errors: [{ field: 'slug', sentence: t('start.notCopied') }] };
  const title = example ? found.journey.title : t('start.copyOf', { title: found.journey.title });
  const said = { code: example ? 'fromGallery' : 'copied', params: { title: found.journey.title } };
  return open(official, form, { ...found.journey, title: title.slice(0, 160) }, said);
});

async function draftOf({ grants }: Official, slug: FormDataEntryValue | null) {
  if (typeof slug !== 'string') return undefined;
  const draft = await readDraft(database(), { slug, units: unitsWhere(grants, 'journey.read') });
  return draft && parse(draft.document);
}

/** Stores it for the unit that was chosen, where the official may draw, and goes to its draft. */
async function open(official: Official, form: FormData, journey: Journey, said: Phrase): Promise<never> {
  const unitId = String(form.get('unitId') ?? '');
  await requireOfficial('journey.edit', unitId);
  const { slug } = await createJourney(database(), {
    unitId,
    journey,
    officialId: official.id,
    by: official.name,
    said,
  });
  redirect(`/journeys/${slug}/draft?panel=check`);
}

function keptOf(form: FormData): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === 'string') kept[name] = kept[name] ? `${kept[name]} ${value}` : value;
  return kept;
}
