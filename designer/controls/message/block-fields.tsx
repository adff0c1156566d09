'use client';

import type { Block } from '#engine/text/blocks.ts';
import fieldStyles from '#ui/field.module.css';
import { Icon } from '#ui/icon.tsx';
import type { InspectorContext } from '../../inspector/context.ts';
import { withItem } from '../read-value.ts';
import styles from './message.module.css';
import { TemplateEditor } from './template-editor.tsx';

/** What is written in one block. */
export function BlockFields({
  id,
  labelledBy,
  block,
  onChange,
  language,
  context,
}: {
  id: string;
  labelledBy: string;
  block: Block;
  onChange: (block: Block) => void;
  language: string;
  context: InspectorContext;
}) {
  const { say } = context;
  const common = { id, labelledBy, language, context };
  switch (block.is) {
    case 'line':
      return null;
    case 'heading':
      return (
        <>
          <TemplateEditor
            {...common}
            value={block.text}
            onChange={(text) => onChange({ ...block, text })}
            lines={1}
            single
          />
          <label className={styles['level']}>
            <input
              type="checkbox"
              checked={block.level === 2}
              onChange={(event) => onChange({ ...block, level: event.target.checked ? 2 : 1 })}
            />
            {say('blocks.sub')}
          </label>
        </>
      );
    case 'paragraph':
    case 'box':
      // An empty line within would part the block in two.
      return (
        <TemplateEditor
          {...common}
          value={block.text}
          onChange={(text) => onChange({ ...block, text: text.replace(/\n\s*\n+/g, '\n') })}
          lines={2}
        />
      );
    case 'list':
      return <Items {...common} block={block} onChange={onChange} />;
    case 'link':
    case 'image':
      return (
        <>
          <input
            id={id}
            className={fieldStyles['input']}
            value={block.text}
            lang={language}
            aria-label={say(`blocks.${block.is}-words`)}
            placeholder={say(`blocks.${block.is}-words`)}
            onChange={(event) => onChange({ ...block, text: event.target.value.replace(/[[\]\n]/g, '') })}
          />
          <input
            className={`${fieldStyles['input']} ${styles['codes']}`}
            type="url"
            value={block.is === 'link' ? block.href : block.src}
            aria-label={say(`blocks.${block.is}-address`)}
            placeholder="https://"
            onChange={(event) => {
              const address = event.target.value.replace(/[\s<>"'(){}]/g, '');
              onChange(block.is === 'link' ? { ...block, href: address } : { ...block, src: address });
            }}
          />
        </>
      );
  }
}

function Items({
  id,
  block,
  onChange,
  language,
  context: { say },
}: {
  id: string;
  block: Extract<Block, { is: 'list' }>;
  onChange: (block: Block) => void;
  language: string;
  context: InspectorContext;
}) {
  const { items } = block;
  return (
    <>
      {items.map((item, i) => (
        // Items have no identity but their place: their words are being typed.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={i} className={styles['item']}>
          <span aria-hidden>{block.numbered ? `${i + 1}.` : '–'}</span>
          <input
            id={i === 0 ? id : undefined}
            className={fieldStyles['input']}
            value={item}
            lang={language}
            aria-label={say('blocks.item', { n: i + 1 })}
            onChange={(event) => onChange({ ...block, items: withItem(items, i, event.target.value) })}
          />
          {items.length > 1 && (
            <button
              type="button"
              aria-label={say('control.remove', { what: say('blocks.item', { n: i + 1 }) })}
              onClick={() => onChange({ ...block, items: withItem(items, i, undefined) })}
            >
              <Icon name="close" size={16} />
            </button>
          )}
        </div>
      ))}
      <div className={styles['listActs']}>
        <button type="button" className={styles['link']} onClick={() => onChange({ ...block, items: [...items, ''] })}>
          {say('blocks.add-item')}
        </button>
        <label className={styles['level']}>
          <input
            type="checkbox"
            checked={block.numbered}
            onChange={(event) => onChange({ ...block, numbered: event.target.checked })}
          />
          {say('blocks.numbered')}
        </label>
      </div>
    </>
  );
}
