import { parseConfig, portsOf } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import { textAt } from '#engine/text-at.ts';
import { type IconName, isIcon } from '#ui/icon.tsx';
import { titleOf } from '../desk/options.ts';
import { channelIcons } from '../face-of.ts';
import { type Say, sayList, sayName, sayPhrase } from '../say.ts';
import type { Draft } from '../store/draft.ts';
import type { OutlineRow } from './outline-rows.ts';

type Words = { title: string; does: string; leads: string; icon: IconName; hue?: string };

/** What a row says: its name, what it does, where it leads. */
export function rowWords(say: Say, draft: Draft, { row, of }: OutlineRow): Words {
  const drawn = (list: { id: string }[]) => list.find(({ id }) => id === of.id);
  switch (row) {
    case 'journey':
      return { title: draft.title, does: draft.purpose ?? say('outline.noPurpose'), leads: '', icon: 'book' };
    case 'steps':
      return { title: say('outline.steps', { n: draft.nodes.length }), does: '', leads: '', icon: 'route' };
    case 'step':
      return stepWords(say, draft, of.node ?? '');
    case 'way': {
      const node = draft.nodes.find(({ id }) => id === of.node);
      const label = node && portsOf(node).find(({ id }) => id === of.port)?.label;
      return {
        title: label ?? sayName(say, 'port', of.port ?? ''),
        does: say('outline.way'),
        leads: '',
        icon: 'arrow',
      };
    }
    case 'text':
      return textWords(say, draft, of);
    case 'thread': {
      const comment = draft.comments.find(({ id }) => id === of.comment);
      return {
        title: comment?.text ?? '',
        does: say('outline.saidBy', { by: comment?.by ?? '' }),
        leads: '',
        icon: 'bubble',
      };
    }
    case 'note':
      return {
        title: draft.drawing.notes.find(({ id }) => id === of.id)?.text || '…',
        does: say('outline.note'),
        leads: '',
        icon: 'pencil',
      };
    case 'frame':
      return {
        title: draft.drawing.frames.find(({ id }) => id === of.id)?.title || '…',
        does: say('outline.frame'),
        leads: '',
        icon: 'screen',
      };
    case 'group': {
      const group = drawn(draft.drawing.groups) as Draft['drawing']['groups'][number] | undefined; // found in that list
      const titles = draft.nodes.filter(({ id }) => group?.nodes.includes(id)).map((node) => titleOf(say, node));
      const does = say(group?.collapsed ? 'outline.groupFolded' : 'outline.group');
      return { title: group?.title || '…', does: `${does}: ${sayList(say, titles)}`, leads: '', icon: 'group' };
    }
  }
}

function stepWords(say: Say, draft: Draft, id: string): Words {
  const node = draft.nodes.find((one) => one.id === id);
  const kind = kindOf(node?.kind ?? '');
  if (!node) return { title: id, does: '', leads: '', icon: 'question' };
  const config = kind && parseConfig(kind, node);
  const does = kind && config?.ok ? sayPhrase(say, kind.summary(config.config)) : say('drawing.unreadable');
  const titled = new Map(draft.nodes.map((one) => [one.id, titleOf(say, one)]));
  const targets = portsOf(node).map(({ id: port }) => {
    const to = draft.edges.find((edge) => edge.from === id && edge.port === port)?.to;
    return to === undefined ? say('outline.nowhere') : `«${titled.get(to) ?? to}»`;
  });
  return {
    title: titleOf(say, node),
    does: node.title ? `${sayName(say, 'kind', node.kind)}. ${does}` : does,
    leads: [...new Set(targets)].join(', '),
    icon: kind && isIcon(kind.icon) ? kind.icon : 'question',
    ...(kind ? { hue: kind.group } : {}),
  };
}

function textWords(say: Say, draft: Draft, { node = '', language = '', channel = '' }: OutlineRow['of']): Words {
  const text = textAt(draft.texts, { language, node, channel });
  const words = [text?.subject, text?.body].filter(Boolean).join(' · ').replaceAll(/\s+/g, ' ');
  return {
    title: say('outline.text', {
      channel: sayName(say, 'channel', channel),
      language: sayName(say, 'language', language),
    }),
    does: words === '' ? say('outline.noText') : words,
    leads: '',
    icon: channelIcons[channel] ?? 'bubble',
  };
}
