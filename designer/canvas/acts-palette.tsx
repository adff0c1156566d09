'use client';

import { useState } from 'react';
import { CommandPalette } from '#ui/command-palette.tsx';
import { fitsQuery } from '#ui/fits-query.ts';
import type { CommandName } from '../commands/index.ts';
import { allCommands } from '../desk/at-desk.ts';
import { titleOf } from '../desk/options.ts';
import { sayKey } from '../desk/say-key.ts';
import { useDesk } from '../desk/use-desk.tsx';
import { inFlowOrder } from '../flow-order.ts';
import { selectNodes } from '../store/selection.ts';
import { useDraft, useDraftStore } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';

const most = 40;

/** Everything that can be done now, and every step to go to, found by typing. */
export function ActsPalette({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const desk = useDesk();
  const store = useDraftStore();
  const state = useDraft((all) => all);
  const [query, setQuery] = useState('');
  const doable = allCommands
    .filter(({ fits }) => fits(state))
    .map(({ name, ways }) => ({ name, title: say(`command.${name}`), meta: sayKey(say, ways.key) }))
    .filter((one) => fitsQuery(one, query));
  const steps = inFlowOrder(state.draft)
    .map((node, i) => ({ id: node.id, title: titleOf(say, node), meta: `${i + 1}` }))
    .filter((one) => fitsQuery(one, query))
    .slice(0, most);
  return (
    <CommandPalette
      open
      onClose={onClose}
      query={query}
      onQuery={setQuery}
      groups={[
        {
          key: 'acts',
          title: say('canvas.acts'),
          found: doable.map(({ name, title, meta }) => ({ key: `act ${name}`, title, meta, icon: 'arrow' as const })),
        },
        {
          key: 'steps',
          title: say('canvas.goTo'),
          found: steps.map(({ id, title, meta }) => ({ key: `step ${id}`, title, meta, icon: 'route' as const })),
        },
      ].filter(({ found }) => found.length > 0)}
      onChoose={(key) => {
        const [what, name = ''] = key.split(' ');
        onClose();
        if (what === 'act')
          desk.begin(name as CommandName); // the keys above
        else store.select(selectNodes(name));
      }}
      status={say('ask.fit', { n: doable.length + steps.length })}
      words={{
        label: say('canvas.acts'),
        found: say('canvas.acts'),
        placeholder: say('ask.find'),
        empty: say('ask.nothing'),
        keys: say('ask.keys'),
      }}
    />
  );
}
