import { portsOf } from '#engine/node-config.ts';
import { understand } from '#engine/understand.ts';
import type { Possible } from '#engine/walk/possible-next.ts';
import type { Walk } from '#engine/walk/walk-type.ts';
import { dateFormat } from '#locales/dates-and-lists.ts';
import { titleOf } from '../desk/options.ts';
import { type Say, sayName } from '../say.ts';

/** What may come next, as an official would say it to make it happen. */
export function sayPossible(say: Say, walk: Walk, possible: Possible): string {
  const { journey, compiled } = walk.world;
  const titled = (id: string) => {
    const node = journey.nodes.find((one) => one.id === id);
    return node ? titleOf(say, node) : id;
  };
  if (possible.do === 'pass') return say('walk.passUntil', { when: sayMoment(say, walk, possible.until) });
  const { happening } = possible;
  switch (happening.type) {
    case 'receipt': {
      const message = walk.messages.findLast(({ node, rung }) => node === happening.node && rung === happening.rung);
      const channel = sayName(say, 'channel', message?.channel ?? happening.rung);
      return say(happening.status === 'failed' ? 'walk.fails' : 'walk.arrives', { channel });
    }
    case 'reply': {
      const asked = Object.values(compiled.questions).find(
        (answers) => understand(happening.text, answers) !== 'not-understood',
      );
      const id = asked && understand(happening.text, asked);
      const title = asked?.find((answer) => answer.id === id)?.title;
      if (title === undefined) return say('walk.repliesOther');
      return title === happening.text
        ? say('walk.repliesTitle', { title })
        : say('walk.replies', { text: happening.text, title });
    }
    case 'event':
      return say('walk.event', { event: happening.event });
    case 'task':
    case 'call': {
      const node = journey.nodes.find(({ id }) => id === happening.node);
      const port = node && portsOf(node).find(({ id }) => id === happening.outcome);
      const outcome = port?.label ?? sayName(say, 'port', happening.outcome);
      return say(`walk.${happening.type}`, { node: titled(happening.node), outcome });
    }
    case 'attributes':
      return say('walk.attributes');
  }
}

/** A moment in the person's own time: «mar 2 jun, 10:00». */
export function sayMoment(say: Say, { person }: Pick<Walk, 'person'>, at: number): string {
  return dateFormat(say.locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: String(person.citizen['zone'] ?? 'Europe/Madrid'),
  }).format(at);
}
