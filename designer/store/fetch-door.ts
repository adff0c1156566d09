import { parse } from '#engine/journey.ts';
import type { Problem } from '#engine/problem.ts';
import { asDraft } from './draft.ts';
import type { DraftDoor, Stored } from './draft-door.ts';
import { sendable } from './saving.ts';

type Told = { version: number; journey: unknown; comments: Stored['draft']['comments']; by: string };

/** The door to the house by HTTP: GET and PUT at one address. */
export function fetchDoor(address: string): DraftDoor {
  return {
    save: async ({ version, draft, said }) => {
      const answer = await ask(address, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ version, said, ...sendable(draft) }),
      });
      if (!answer) return { is: 'unreachable' };
      if (answer.ok) return { is: 'saved', version: ((await answer.json()) as { version: number }).version };
      if (answer.status === 409) {
        const stored = read((await answer.json()) as Told);
        return stored ? { is: 'stale', stored } : { is: 'refused', problems: [newer] };
      }
      return answer.status >= 500 || answer.status === 429
        ? { is: 'unreachable' }
        : { is: 'refused', problems: [await problemOf(answer)] };
    },
    read: async () => {
      const answer = await ask(address, {});
      return answer?.ok ? read((await answer.json()) as Told) : null;
    },
  };
}

/** What the house told as a draft; null where it was written by a newer Cauce than this page. */
function read({ version, journey, comments, by }: Told): Stored | null {
  const parsed = parse(journey);
  return parsed.ok ? { version, draft: asDraft(parsed.journey, comments), by } : null;
}

const newer: Problem = { code: 'draft-from-newer', severity: 'error' };

async function problemOf(answer: Response): Promise<Problem> {
  const told = (await answer.json().catch(() => ({}))) as {
    detail?: string;
    title?: string;
    errors?: { why: string }[];
  };
  // The sentence alone: where it stands is said by the check, in words.
  const why = told.errors?.[0]?.why ?? told.detail ?? told.title ?? String(answer.status);
  return { code: 'not-saved', severity: 'error', params: { why } };
}

const ask = (address: string, init: RequestInit) =>
  fetch(address, { ...init, cache: 'no-store', signal: AbortSignal.timeout(15_000) }).catch(() => null);
