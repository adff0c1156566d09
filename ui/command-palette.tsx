'use client';

import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Input, Label, SearchField } from 'react-aria-components/SearchField';
import styles from './command-palette.module.css';
import { Icon, type IconName } from './icon.tsx';
import options from './options.module.css';

export type Found = { key: string; title: string; meta?: string | undefined; icon: IconName };
export type FoundGroup = { key: string; title: string; found: Found[] };

/**
 * Everything that can be gone to or done, found by typing a part of it. The search itself is not here: `groups` are what
 * fits `query`, in order. Arrows choose while the line keeps the focus, Enter goes, Escape leaves all as it was.
 */
export function CommandPalette({
  open,
  onClose,
  query,
  onQuery,
  groups,
  onChoose,
  status,
  words,
}: {
  open: boolean;
  onClose: () => void;
  query: string;
  onQuery: (query: string) => void;
  groups: FoundGroup[];
  onChoose: (key: string) => void;
  /** How many things fit, or that it is still being searched: read out politely. */
  status: string;
  words: { label: string; found: string; placeholder: string; empty: string; keys: string };
}) {
  return (
    <ModalOverlay
      className={styles['veil'] ?? ''}
      isOpen={open}
      isDismissable
      onOpenChange={(now) => !now && onClose()}
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog aria-label={words.label} className={styles['dialog'] ?? ''}>
          <Autocomplete inputValue={query} onInputChange={onQuery}>
            <SearchField autoFocus className={styles['search'] ?? ''}>
              <Label className="visually-hidden">{words.label}</Label>
              <Icon name="search" />
              <Input className={styles['line'] ?? ''} placeholder={words.placeholder} />
            </SearchField>
            {/* Scrolls by itself; reached by keyboard although the line keeps the focus while one chooses. */}
            <div className={styles['found']} role="group" aria-label={words.found} tabIndex={0}>
              <ListBox
                aria-label={words.label}
                className={options['options'] ?? ''}
                selectionMode="none"
                onAction={(key) => onChoose(String(key))}
                renderEmptyState={() => <p className={options['empty']}>{words.empty}</p>}
              >
                {groups.map(({ key, title, found }) => (
                  // A group and a thing in it may be called the same; one collection has both.
                  <ListBoxSection key={key} id={`group ${key}`} className={options['section'] ?? ''}>
                    <Header>{title}</Header>
                    {found.map((one) => (
                      <ListBoxItem key={one.key} id={one.key} textValue={one.title} className={options['option'] ?? ''}>
                        <Icon name={one.icon} />
                        <span className={options['words']}>
                          {one.title}
                          {one.meta && <span className={options['meta']}>{one.meta}</span>}
                        </span>
                      </ListBoxItem>
                    ))}
                  </ListBoxSection>
                ))}
              </ListBox>
            </div>
          </Autocomplete>
          <footer className={styles['foot']}>
            <span role="status">{status}</span>
            <span aria-hidden>{words.keys}</span>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
