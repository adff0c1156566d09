'use client';

import { Chip } from '#ui/chip.tsx';
import { titleOf } from './desk/options.ts';
import { useDraft } from './store/use-draft.ts';
import type { Present } from './use-news.ts';
import { useSay } from './use-say.ts';

/** Who else has the draft open, each once, with the step they are at. */
export function PresentOfficials({ present }: { present: Present[] }) {
  const say = useSay();
  const nodes = useDraft(({ draft }) => draft.nodes);
  const officials = [...new Map(present.map((one) => [one.officialId, one])).values()];
  return officials.map(({ officialId, mine, by: name, node }) => {
    const at = nodes.find(({ id }) => id === node);
    const by = mine ? say('designer.presentMine') : name;
    return (
      <Chip key={officialId} icon="person">
        {at ? say('designer.presentAt', { by, node: titleOf(say, at) }) : by}
      </Chip>
    );
  });
}
