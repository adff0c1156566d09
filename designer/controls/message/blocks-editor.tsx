'use client';

import { useState } from 'react';
import { type Block, readBlocks, writeBlocks } from '#engine/text/blocks.ts';
import fieldStyles from '#ui/field.module.css';
import { Icon, type IconName } from '#ui/icon.tsx';
import type { InspectorContext } from '../../inspector/context.ts';
import { ItemTools } from '../lists/item-tools.tsx';
import { moved, withItem } from '../read-value.ts';
import { BlockFields } from './block-fields.tsx';
import styles from './message.module.css';

type Kept = { key: number; block: Block };

/**
 * An e-mail or a letter made of blocks, each a form of its own. Blocks that are still empty have no place in the text yet,
 * so the list is kept here and read anew only when the text changes elsewhere.
 */
export function BlocksEditor({
  id,
  body,
  onChange,
  context,
  language,
  labelledBy,
}: {
  id: string;
  body: string;
  onChange: (body: string) => void;
  context: InspectorContext;
  language: string;
  labelledBy: string;
}) {
  const { say } = context;
  const [kept, setKept] = useState<{ body: string; list: Kept[]; next: number }>(() => keep(body, 0));
  const current = kept.body === body ? kept : keep(body, kept.next);
  if (current !== kept) setKept(current);
  const { list } = current;
  const write = (blocks: Kept[], next = current.next) => {
    const written = writeBlocks(blocks.filter(({ block }) => !isEmpty(block)).map(({ block }) => block));
    setKept({ body: written, list: blocks, next });
    onChange(written);
  };
  const add = (block: Block) => write([...list, { key: current.next, block }], current.next + 1);
  return (
    <div className={styles['blocks']} role="group" aria-labelledby={labelledBy}>
      <ol className={styles['blockList']}>
        {list.map(({ key, block }, i) => {
          const name = say('blocks.nth', { n: i + 1, kind: say(`blocks.${block.is}`) });
          return (
            <li key={key} className={`${styles['block']} ${styles[`is-${block.is}`] ?? ''}`}>
              <div className={styles['blockHead']}>
                <Icon name={icons[block.is]} size={16} />
                <span id={`${id}-${key}-label`}>{say(`blocks.${block.is}`)}</span>
                <LanguageMark
                  block={block}
                  language={language}
                  onChange={(marked) => write(withItem(list, i, { key, block: marked }))}
                  context={context}
                />
                <ItemTools
                  at={i}
                  of={list.length}
                  what={name}
                  onMove={(to) => write(moved(list, i, to))}
                  onRemove={() => write(withItem(list, i, undefined))}
                  say={say}
                />
              </div>
              <BlockFields
                id={i === 0 ? id : `${id}-${key}`}
                labelledBy={`${id}-${key}-label`}
                block={block}
                onChange={(changed) => write(withItem(list, i, { key, block: changed }))}
                language={block.lang ?? language}
                context={context}
              />
            </li>
          );
        })}
      </ol>
      <div className={styles['addBlock']} role="group" aria-label={say('blocks.add')}>
        <span aria-hidden>{say('blocks.add')}</span>
        {(Object.keys(icons) as Block['is'][]).map((kind) => (
          <button key={kind} type="button" onClick={() => add(fresh[kind])}>
            <Icon name={icons[kind]} size={16} />
            {say(`blocks.${kind}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

function keep(body: string, from: number): { body: string; list: Kept[]; next: number } {
  const blocks = readBlocks(body);
  return { body, list: blocks.map((block, i) => ({ key: from + i, block })), next: from + blocks.length };
}

function isEmpty(block: Block): boolean {
  if (block.is === 'line') return false;
  if (block.is === 'list') return block.items.every((item) => item.trim() === '');
  if (block.is === 'link') return block.text.trim() === '' || !block.href.startsWith('https://');
  return block.is === 'image' ? !block.src.startsWith('https://') : block.text.trim() === '';
}

const icons: Record<Block['is'], IconName> = {
  paragraph: 'bars',
  heading: 'tag',
  list: 'more',
  box: 'info',
  link: 'arrow',
  image: 'eye',
  line: 'minus',
};

const fresh: Record<Block['is'], Block> = {
  paragraph: { is: 'paragraph', text: '' },
  heading: { is: 'heading', level: 1, text: '' },
  list: { is: 'list', numbered: true, items: [''] },
  box: { is: 'box', text: '' },
  link: { is: 'link', text: '', href: 'https://' },
  image: { is: 'image', text: '', src: 'https://' },
  line: { is: 'line' },
};

/** A passage in another language than the text says which, so that it is read aloud as it should be. */
function LanguageMark({
  block,
  language,
  onChange,
  context: { say, journey },
}: {
  block: Block;
  language: string;
  onChange: (block: Block) => void;
  context: InspectorContext;
}) {
  if (block.is === 'line') return null;
  const others = [...new Set([...journey.languages.map((one) => one.split('-')[0] ?? one), 'en', 'fr', 'ar'])];
  return (
    <select
      className={`${fieldStyles['input']} ${styles['mark']}`}
      value={block.lang ?? ''}
      aria-label={say('blocks.language')}
      onChange={(event) => {
        const { lang: _, ...rest } = block;
        onChange(event.target.value === '' ? (rest as Block) : { ...block, lang: event.target.value });
      }}
    >
      <option value="">{say('blocks.same-language')}</option>
      {others
        .filter((one) => one !== (language.split('-')[0] ?? language))
        .map((one) => (
          <option key={one} value={one}>
            {say.has(`language.${one}`) ? say(`language.${one}`) : one}
          </option>
        ))}
    </select>
  );
}
