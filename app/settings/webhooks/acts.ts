'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { replayDeliveries, sendTestEvent } from '#drizzle/webhooks/replay-deliveries.ts';
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  endOldWebhookSecret,
  type Own,
  rotateWebhookSecret,
  switchWebhook,
} from '#drizzle/webhooks/webhook-acts.ts';
import { webhookList } from '#drizzle/webhooks/webhook-list.ts';
import { isId } from '#engine/is-id.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { act } from '../../act.ts';
import { database } from '../../database.ts';
import { type Official, requireOfficial } from '../../official.ts';
import { wrongFields } from '../wrong-fields.ts';
import { reachOf } from './reach-of.ts';
import type { WebhookAnswer, WebhookHow } from './webhook-answer.ts';
import { webhookFields, webhookForm } from './webhook-form.ts';

const by = ({ id }: Official) => ({ kind: 'official', id }) as const;

/** Makes a webhook for a unit in which the official may. */
export const create = act(
  'webhook.create',
  async (official, _: WebhookAnswer | null, form: FormData): Promise<WebhookAnswer> => {
    const reach = reachOf(String(form.get('url')));
    const read = webhookForm(reach)
      .extend({ unitId: z.uuid() })
      .safeParse({ ...webhookFields(form) });
    if (!read.success) return { wrong: wrongFields(read.error) };
    await requireOfficial('webhook.manage', read.data.unitId);
    const made = await createWebhook(database(), by(official), { ...read.data, reach });
    revalidatePath('/settings/webhooks');
    return made;
  },
);

/** Changes what a webhook hears and where it is told. */
export const change = act(
  'webhook.change',
  async (official, id: string, _: WebhookAnswer | null, form: FormData): Promise<WebhookAnswer> => {
    const own = await ownWebhook(official, id);
    const read = webhookForm(reachOf(String(form.get('url')))).safeParse(webhookFields(form));
    if (!own) return { wrong: [''] };
    if (!read.success) return { wrong: wrongFields(read.error) };
    await changeWebhook(database(), by(official), own, read.data);
    revalidatePath(`/settings/webhooks/${id}`);
    return { done: true };
  },
);

/** Everything else that is done with one button. */
export const handle = act('webhook.handle', async (official, how: WebhookHow, id: string): Promise<WebhookAnswer> => {
  const own = await ownWebhook(official, id);
  if (!own) return { wrong: [''] };
  const who = by(official);
  revalidatePath(`/settings/webhooks/${id}`);
  switch (how) {
    case 'rotate': {
      const secret = await rotateWebhookSecret(database(), who, own);
      return secret === undefined ? { wrong: [''] } : { secret, id };
    }
    case 'end-old':
      return answer(await endOldWebhookSecret(database(), who, own));
    case 'on':
    case 'off':
      return answer(await switchWebhook(database(), who, own, how === 'on'));
    case 'test':
      return answer(await sendTestEvent(database(), own));
    case 'replay-given-up':
      return answer((await replayDeliveries(database(), who, own, 'given-up')) > 0);
  }
});

/** Tells one event again. */
export const replay = act('webhook.replay', async (official, id: string, eventId: string): Promise<WebhookAnswer> => {
  const own = await ownWebhook(official, id);
  if (!own || !isId(eventId)) return { wrong: [''] };
  const n = await replayDeliveries(database(), by(official), own, { eventId });
  revalidatePath(`/settings/webhooks/${id}`);
  return answer(n > 0);
});

/** Deletes a webhook with all that waited for it. */
export const remove = act('webhook.remove', async (official, id: string): Promise<void> => {
  const own = await ownWebhook(official, id);
  if (own) await deleteWebhook(database(), by(official), own);
  revalidatePath('/settings/webhooks');
  redirect('/settings/webhooks');
});

/** The webhook, when it is of a unit in which the official may; another's is as if it did not exist. */
async function ownWebhook({ grants }: Official, id: string): Promise<Own | undefined> {
  const [found] = isId(id) ? await webhookList(database(), unitsWhere(grants, 'webhook.manage'), id) : [];
  return found && { id, unitId: found.unitId };
}

const answer = (done: boolean): WebhookAnswer => (done ? { done } : { wrong: [''] });
