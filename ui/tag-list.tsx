'use client';

import { TagList as AriaTagList, Button, Label, Tag, TagGroup } from 'react-aria-components/TagGroup';
import { Icon } from './icon.tsx';
import styles from './tag-list.module.css';

/** What has been chosen, each with a cross to take it away again; Delete takes away the one in focus. */
export function TagList({
  label,
  tags,
  onRemove,
  empty,
  words,
}: {
  label: string;
  tags: { key: string; title: string }[];
  onRemove: (key: string) => void;
  empty: string;
  words: { remove: string };
}) {
  return (
    <TagGroup
      className={styles['group'] ?? ''}
      onRemove={(keys) => {
        for (const key of keys) onRemove(String(key));
      }}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <AriaTagList className={styles['list'] ?? ''} renderEmptyState={() => <span>{empty}</span>}>
        {tags.map(({ key, title }) => (
          <Tag key={key} id={key} textValue={title} className={styles['tag'] ?? ''}>
            {title}
            <Button slot="remove" aria-label={`${words.remove} ${title}`} className={styles['remove'] ?? ''}>
              <Icon name="close" size={14} />
            </Button>
          </Tag>
        ))}
      </AriaTagList>
    </TagGroup>
  );
}
