import { groups } from '#engine/node.ts';
import { kinds } from '#engine/nodes/index.ts';
import type { Group } from '#ui/card.tsx';
import { fitsQuery } from '#ui/fits-query.ts';
import { type IconName, isIcon } from '#ui/icon.tsx';
import { type Say, sayName } from '../say.ts';

export type ListedKind = { kind: string; title: string; tells: string; icon: IconName; group: Group };

/** The kinds of nodes that fit what is typed, by group and in palette order. Of `inside` ones the doors are left out. */
export function kindList(
  say: Say,
  query: string,
  { inside }: { inside: boolean },
): { group: Group; kinds: ListedKind[] }[] {
  const all = kinds
    .filter(({ entry }) => !inside || entry === undefined)
    .map(
      ({ kind, icon, group }): ListedKind => ({
        kind,
        title: sayName(say, 'kind', kind),
        tells: say.has(`kindTells.${kind}`) ? say(`kindTells.${kind}`) : '',
        icon: isIcon(icon) ? icon : 'question',
        group,
      }),
    )
    .filter(({ title, tells, group }) => fitsQuery({ title: `${title} ${tells}`, meta: say(`group.${group}`) }, query));
  return groups
    .map((group) => ({ group, kinds: all.filter((one) => one.group === group) }))
    .filter(({ kinds: listed }) => listed.length > 0);
}
