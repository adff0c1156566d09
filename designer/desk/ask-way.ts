import { portsOf } from '#engine/node-config.ts';
import { sayName } from '../say.ts';
import type { Desk } from './desk.ts';
import { nodeInHand, type WayOut, wayInHand, wayOut } from './in-hand.ts';

/**
 * The way out that is meant: the one in hand, else the only one of the node in hand that leads nowhere yet; where several
 * could be meant the official is asked. Null if there is none or it was called off.
 */
export async function askWay({ state, say, choose }: Pick<Desk, 'state' | 'say' | 'choose'>): Promise<WayOut | null> {
  const now = state();
  const node = nodeInHand(now);
  const way = wayInHand(now);
  if (way || !node) return way ?? null;
  const ways = portsOf(node).map((port) => ({ ...port, ...wayOut(now.draft, `${node.id}.${port.id}`) }));
  const open = ways.filter(({ to }) => to === undefined);
  const meant = open.length > 0 ? open : ways;
  const [only] = meant;
  if (meant.length < 2) return only ?? null;
  const port = await choose(
    say('ask.behindWhich'),
    meant.map(({ id, label, to }) => ({
      key: id,
      title: label ?? sayName(say, 'port', id),
      meta: to === undefined ? say('outline.leadsNowhere') : undefined,
    })),
  );
  return meant.find(({ id }) => id === port) ?? null;
}
