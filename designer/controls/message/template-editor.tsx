'use client';

import { use, useEffect, useRef, useState } from 'react';
import { longestText } from '#engine/journey.ts';
import { readSegments, valueSource } from '#engine/text/segments.ts';
import fieldStyles from '#ui/field.module.css';
import { keyName, stepKey } from '../../desk/key-name.ts';
import type { InspectorContext } from '../../inspector/context.ts';
import { DraftContext } from '../../store/use-draft.ts';
import { chipText } from './chip-text.ts';
import { caretToEnd, fill, insert, read } from './editable.ts';
import styles from './message.module.css';
import { pasteable } from './pasteable.ts';
import { ValueChoice } from './value-choice.tsx';
import { ValueLines } from './value-lines.tsx';

/**
 * A text with values in it: they show as chips in the middle of the words, with their fallbacks listed below, where any
 * keyboard reaches them. Those who prefer it see and write the codes themselves.
 */
export function TemplateEditor({
  id,
  value,
  onChange,
  context,
  language,
  labelledBy,
  describedBy,
  invalid = false,
  lines = 4,
  single = false,
}: {
  id: string;
  value: string;
  onChange: (source: string) => void;
  context: InspectorContext;
  language: string;
  labelledBy: string;
  describedBy?: string | undefined;
  invalid?: boolean;
  lines?: number;
  /** One line only: subjects and paths. */
  single?: boolean;
}) {
  const { say } = context;
  const [codes, setCodes] = useState(false);
  const values = readSegments(value).filter((segment) => segment.is === 'value');
  return (
    <div className={styles['template']}>
      {codes ? (
        <textarea
          id={id}
          rows={lines}
          maxLength={longestText}
          lang={language}
          className={`${fieldStyles['input']} ${styles['codes']}`}
          value={value}
          spellCheck={false}
          aria-labelledby={labelledBy}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => onChange(single ? event.target.value.replaceAll('\n', ' ') : event.target.value)}
        />
      ) : (
        <Chips
          id={id}
          value={value}
          onChange={onChange}
          context={context}
          language={language}
          labelledBy={labelledBy}
          describedBy={describedBy}
          invalid={invalid}
          lines={lines}
          single={single}
        />
      )}
      <div className={styles['tools']}>
        <ValueChoice
          id={id}
          context={context}
          onChoose={(name) => {
            const source = valueSource({ name, format: formatFor(name, context), fallback: null });
            const element = document.getElementById(id);
            if (codes || !element) onChange(`${value}${source}`);
            else {
              insert(element, chipOf(source, context));
              onChange(read(element));
            }
          }}
        />
        <button type="button" className={styles['link']} aria-pressed={codes} onClick={() => setCodes(!codes)}>
          {say('message.codes')}
        </button>
      </div>
      {!codes && values.length > 0 && <ValueLines id={id} source={value} onChange={onChange} context={context} />}
    </div>
  );
}

type ChipsProps = Omit<Parameters<typeof TemplateEditor>[0], 'invalid' | 'lines' | 'single'> & {
  invalid: boolean;
  lines: number;
  single: boolean;
};

function Chips({
  id,
  value,
  onChange,
  context,
  language,
  labelledBy,
  describedBy,
  invalid,
  lines,
  single,
}: ChipsProps) {
  const draft = use(DraftContext);
  const box = useRef<HTMLDivElement>(null);
  const told = useRef<string | null>(null);
  useEffect(() => {
    // What was typed here is already on screen; filling it anew would move the caret.
    if (!box.current || told.current === value) return;
    told.current = value;
    fill(box.current, value, (source) => chipOf(source, context));
    if (document.activeElement === box.current) caretToEnd(box.current);
  }, [value, context]);
  const tell = () => {
    if (!box.current) return;
    told.current = read(box.current);
    onChange(told.current);
  };
  const write = (brought: string) => {
    const text = pasteable(brought);
    if (!box.current || text === '') return;
    insert(box.current, document.createTextNode(single ? text.replace(/\s*\n\s*/g, ' ') : text));
    tell();
  };
  return (
    <div
      ref={box}
      id={id}
      className={`${fieldStyles['input']} ${styles['editable']}`}
      style={{ minHeight: `${lines * 22 + 10}px` }}
      role="textbox"
      aria-multiline={!single}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      tabIndex={0}
      lang={language}
      spellCheck
      contentEditable
      suppressContentEditableWarning
      onInput={tell}
      onBlur={() => {
        // Codes typed by hand become chips once the line is left.
        if (box.current && told.current !== null) fill(box.current, told.current, (source) => chipOf(source, context));
      }}
      onKeyDown={(event) => {
        // The browser does not know of the chips: steps back are the draft's.
        const step = stepKey(keyName(event));
        if (step && draft) {
          event.preventDefault();
          event.stopPropagation();
          draft[step]();
          return;
        }
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        if (!single) write('\n');
      }}
      onPaste={(event) => {
        event.preventDefault();
        write(event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n'));
      }}
      onDrop={(event) => {
        event.preventDefault();
        write(event.dataTransfer.getData('text/plain'));
      }}
    />
  );
}

function chipOf(source: string, context: InspectorContext): HTMLElement {
  const chip = document.createElement('span');
  chip.contentEditable = 'false';
  chip.dataset['source'] = source;
  chip.className = styles['chip'] ?? '';
  chip.textContent = chipText(source, context);
  return chip;
}

function formatFor(name: string, { house }: InspectorContext): string | null {
  const type = house.catalogue.find((attribute) => `citizen.${attribute.name}` === name)?.type;
  return type === 'date' || name === 'citizen.birthDate' ? "date: 'long'" : null;
}
