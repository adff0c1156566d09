import type { Journey } from '#engine/journey.ts';
import { parseConfig } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import type { Problem } from '#engine/problem.ts';

/** How it stands with the last asking for approval, as the house tells it. */
export type Standing = { id: string; status: string; askedAt: string | null; by: string; reason: string | null };
export type Ceiling = { perDay: number; inTotal: number; until: string };
type Answer = { standing: Standing | null; problems: Problem[] };

/** What the page brings so that approval can be asked for and taken back. */
export type AskingToPublish = {
  standing: Standing | null;
  /** Where the request can be seen; null while there is no such page. */
  requests: string | null;
  /** Whether there is anybody else who could sign. */
  signable: boolean;
  ask: (wish: { slug: string; version: number; note: string; ceiling?: Ceiling | undefined }) => Promise<Answer>;
  withdraw: (slug: string) => Promise<Answer>;
  /** Hears how it stands when that has changed. */
  onStanding?: (standing: Standing | null) => void;
};

/** Whether publishing opens the journey for whoever its triggers let in, so that a ceiling must be said. */
export function standsOpen(journey: Pick<Journey, 'nodes'>): boolean {
  const entries = journey.nodes.flatMap((node) => {
    const kind = kindOf(node.kind);
    const parsed = kind?.entry && parseConfig(kind, node);
    return parsed?.ok && kind?.entry ? [kind.entry(parsed.config)] : [];
  });
  return entries.length > 0 && journey.nodes.every(({ kind }) => kind !== 'launch');
}
