'use client';

import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import styles from './combobox.module.css';
import fieldStyles from './field.module.css';
import { Icon, type IconName } from './icon.tsx';
import optionStyles from './options.module.css';

export type ComboOption = { key: string; title: string; meta?: string | undefined };

/**
 * A line to type in and the options that fit it, after the editable combobox of WAI-ARIA's practices: the line keeps the
 * focus, arrows move among the options, Enter takes one, Escape closes the list and then takes back what was typed. Leaving
 * the line brings back `settled`: what is half typed is not chosen. Nothing of the page is hidden meanwhile.
 */
export function ComboLine({
  id,
  options,
  typed,
  onType,
  settled,
  onChoose,
  empty,
  words,
  icon = 'down',
  placeholder,
  invalid,
  ...names
}: {
  id: string;
  /** What fits, in order; narrowing it is the caller's. */
  options: readonly ComboOption[];
  typed: string;
  onType: (text: string) => void;
  /** What the line says when nobody is typing: the title of what is chosen, or ''. */
  settled: string;
  onChoose: (option: ComboOption) => void;
  /** What is said when nothing fits. */
  empty: ReactNode;
  words: { open: string; found: (count: number) => string };
  icon?: IconName;
  placeholder?: string;
  invalid?: boolean;
  'aria-label'?: string | undefined;
  'aria-labelledby'?: string | undefined;
  'aria-describedby'?: string | undefined;
}) {
  const listId = useId();
  const line = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [held, hold] = useState<Held | null>(null);
  const at = held ? options.findIndex(({ key }) => key === held.key) : -1;
  const shown = open && options.length > 0;
  const idOf = (index: number) => `${listId}-${index}`;
  const close = () => {
    setOpen(false);
    hold(null);
  };
  const choose = (option: ComboOption) => {
    close();
    onChoose(option);
  };
  /** The next option, round the ends; from none, the first or the last. */
  const step = (by: 1 | -1) => {
    const from = at === -1 && by === -1 ? options.length : at;
    const next = options[(from + by + options.length) % options.length];
    if (next) hold({ key: next.key, byKey: true });
  };
  const letGo = () => hold(null);
  const keys: Record<string, (event: KeyboardEvent) => void> = {
    ArrowLeft: letGo,
    ArrowRight: letGo,
    Home: letGo,
    End: letGo,
    ArrowDown: (event) => {
      event.preventDefault();
      setOpen(true);
      if (!event.altKey) step(1);
    },
    ArrowUp: (event) => {
      event.preventDefault();
      if (event.altKey) return close();
      setOpen(true);
      step(-1);
    },
    Enter: (event) => {
      const option = options[at];
      // A form is not sent by who chooses.
      if (open) event.preventDefault();
      if (open && option) choose(option);
    },
    Escape: (event) => {
      if (!open && typed === settled) return;
      event.preventDefault();
      event.stopPropagation();
      if (open) close();
      else onType(settled);
    },
    Tab: () => {
      const option = options[at];
      if (open && option) choose(option);
    },
  };
  return (
    <div
      className={`${styles['group']} ${fieldStyles['whole']}`}
      data-invalid={invalid || undefined}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (currentTarget.contains(relatedTarget)) return;
        close();
        if (typed !== settled) onType(settled);
      }}
    >
      <input
        {...names}
        ref={line}
        id={id}
        className={styles['input']}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={shown ? listId : undefined}
        aria-activedescendant={shown && at !== -1 ? idOf(at) : undefined}
        aria-invalid={invalid || undefined}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        placeholder={placeholder}
        value={typed}
        onChange={({ target }) => {
          onType(target.value);
          setOpen(true);
          hold(null);
        }}
        onKeyDown={(event) => keys[event.key]?.(event)}
      />
      <button
        type="button"
        tabIndex={-1}
        className={styles['open']}
        aria-label={words.open}
        aria-expanded={shown}
        // The line keeps the focus.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          line.current?.focus();
          if (open) close();
          else setOpen(true);
        }}
      >
        <Icon name={icon} size={16} />
      </button>
      {/* Here from the start, or the first would not be read out. */}
      <span role="status" className="visually-hidden">
        {open && (options.length > 0 ? words.found(options.length) : empty)}
      </span>
      {open && (
        <Floating under={line}>
          {options.length === 0 ? (
            <p className={optionStyles['empty']} aria-hidden>
              {empty}
            </p>
          ) : (
            <ul
              id={listId}
              role="listbox"
              className={optionStyles['options']}
              aria-label={names['aria-label']}
              aria-labelledby={names['aria-labelledby']}
            >
              {options.map((option, index) => (
                <Option
                  key={option.key}
                  id={idOf(index)}
                  option={option}
                  held={index === at ? held : null}
                  onPoint={() => hold({ key: option.key, byKey: false })}
                  onChoose={() => choose(option)}
                />
              ))}
            </ul>
          )}
        </Floating>
      )}
    </div>
  );
}

/** The option that Enter would take; `byKey`: arrows brought it there, so its place is outlined. */
type Held = { key: string; byKey: boolean };

function Option({
  id,
  option: { title, meta },
  held,
  onPoint,
  onChoose,
}: {
  id: string;
  option: ComboOption;
  held: Held | null;
  onPoint: () => void;
  onChoose: () => void;
}) {
  const place = useRef<HTMLLIElement>(null);
  const byKey = held?.byKey === true;
  useLayoutEffect(() => {
    if (byKey) place.current?.scrollIntoView({ block: 'nearest' });
  }, [byKey]);
  return (
    // The line hears the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <li
      ref={place}
      id={id}
      role="option"
      aria-selected={held !== null}
      className={optionStyles['option']}
      data-focused={held ? '' : undefined}
      data-focus-visible={byKey ? '' : undefined}
      onPointerMove={() => held ?? onPoint()}
      onClick={onChoose}
    >
      <span className={optionStyles['words']}>
        {title}
        {meta && <span className={optionStyles['meta']}>{meta}</span>}
      </span>
    </li>
  );
}

/** How far (px) what floats stays from its line and from the window's edges, how high it may be, and what it needs below. */
const gap = 4;
const edge = 12;
const highest = 320;
const enough = 160;

/** Stands above everything, a dialog too, beneath its line or, where the window ends, over it; it follows the line. */
function Floating({ under, children }: { under: { current: HTMLElement | null }; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    const around = under.current?.parentElement;
    if (!element || !around) return;
    const place = () => {
      const { left, top, bottom, width } = around.getBoundingClientRect();
      const below = innerHeight - bottom - gap - edge;
      const above = top - gap - edge;
      const over = below < enough && above > below;
      element.style.minWidth = `${width}px`;
      Object.assign(element.style, {
        left: `${Math.max(edge, Math.min(left, innerWidth - edge - element.offsetWidth))}px`,
        maxHeight: `${Math.min(highest, over ? above : below)}px`,
        top: over ? 'auto' : `${bottom + gap}px`,
        bottom: over ? `${innerHeight - top + gap}px` : 'auto',
      });
    };
    element.showPopover();
    place();
    const leave = new AbortController();
    const { signal } = leave;
    addEventListener('resize', place, { signal });
    addEventListener('scroll', place, { signal, capture: true, passive: true });
    return () => leave.abort();
  }, [under]);
  return (
    // Pressing it, or its scroll bar, leaves the focus where it is.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={box}
      popover="manual"
      className={`${optionStyles['popover']} ${styles['floating']}`}
      onMouseDown={(event) => event.preventDefault()}
    >
      {children}
    </div>
  );
}
