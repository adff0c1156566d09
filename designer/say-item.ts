import type { Node, Text } from '#engine/journey.ts';
import { parseConfig } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import { titleOf } from './desk/options.ts';
import { type Say, sayName, sayPhrase } from './say.ts';
import type { Draft } from './store/draft.ts';

/** What a path of the draft (store/change.ts) is called: «Texto de «Aviso» (SMS, castellano)». */
export function sayItem(say: Say, draft: Draft, path: string[]): string {
  const [family = '', one = '', two = '', three = ''] = path;
  const node = (id: string) => {
    const found = draft.nodes.find((candidate) => candidate.id === id);
    return found ? titleOf(say, found) : id;
  };
  switch (family) {
    case 'nodes':
      return say(two === '' ? 'item.node' : `item.node-${['title', 'note'].includes(two) ? two : 'config'}`, {
        node: node(one),
      });
    case 'edges':
      return say('item.edge', { node: node(one.slice(0, one.indexOf('.'))) });
    case 'texts':
      return say('item.text', {
        node: node(two),
        channel: sayName(say, 'channel', three),
        language: sayName(say, 'language', one),
      });
    case 'stops':
    case 'goals':
    case 'variables':
    case 'comments':
      return say(`item.${family}`, { name: one });
    case 'drawing':
      return say('item.drawing');
    default:
      return sayName(say, 'setting', family);
  }
}

/** A value of the draft as somebody can read and compare it. */
export function sayValue(say: Say, path: string[], value: unknown): string {
  if (value === undefined) return say('item.gone');
  if (typeof value === 'string') return value;
  if (path[0] === 'texts') return textOf(value as Text); // texts hold texts
  if (path[0] === 'nodes' && path.length === 2) return nodeOf(say, value as Node); // and nodes hold nodes
  return JSON.stringify(value, null, 2);
}

const textOf = ({ subject, body }: Text) => [subject, body].filter(Boolean).join('\n\n');

function nodeOf(say: Say, node: Node): string {
  const kind = kindOf(node.kind);
  const config = kind && parseConfig(kind, node);
  return `${titleOf(say, node)}. ${kind && config?.ok ? sayPhrase(say, kind.summary(config.config)) : ''}`;
}
