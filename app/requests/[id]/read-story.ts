import { cache } from 'react';
import { type RequestStory, requestStory } from '#drizzle/requests/request-story.ts';
import { isId } from '#engine/is-id.ts';
import { may } from '#engine/office/permission.ts';
import { database } from '../../database.ts';
import { officialNow } from '../../official.ts';

/** A request's story, for an official who may read it in its unit; undefined for everybody else, as if there were none. */
export const readStory = cache(async (id: string): Promise<RequestStory | undefined> => {
  const official = await officialNow();
  const story = official && isId(id) ? await requestStory(database(), id) : undefined;
  if (!story || !may(official?.grants ?? [], 'request.read', story.request.unitId)) return undefined;
  return story;
});
