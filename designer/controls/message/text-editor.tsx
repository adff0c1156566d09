'use client';

import type { Channel, Text } from '#engine/journey.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import type { InspectorContext } from '../../inspector/context.ts';
import type { FieldProblem } from '../../inspector/field-problems.ts';
import { sayName } from '../../say.ts';
import { BlocksEditor } from './blocks-editor.tsx';
import styles from './message.module.css';
import { TemplateEditor } from './template-editor.tsx';
import { begunFrom, reviewed, rewritten, stateOf, translated } from './text-state.ts';
import { TextStateChip } from './text-state-chip.tsx';

/** One text: its words, what could be better about them, and how far it can be trusted beside the original. */
export function TextEditor({
  id,
  channel,
  language,
  text,
  original,
  sample,
  onChange,
  problems,
  context,
  reviewer,
}: {
  id: string;
  channel: Channel;
  language: string;
  text: Text | undefined;
  /** The same text in the journey's first language; undefined for that one itself. */
  original: Text | undefined;
  /** What the same message says on another channel, to begin with. */
  sample?: { channel: Channel; text: Text } | undefined;
  onChange: (text: Text) => void;
  problems: readonly FieldProblem[];
  context: InspectorContext;
  /** Who would be named as having reviewed it; null: nobody signed in. */
  reviewer: string | null;
}) {
  const { say, now } = context;
  const page = isPage(channel);
  const body = text?.body ?? '';
  const state = stateOf(text, original);
  const write = (words: { subject?: string | undefined; body: string }) => onChange(rewritten(text, words));
  const invalid = problems.some(({ severity }) => severity === 'error');
  const today = new Date(now).toISOString().slice(0, 10);
  return (
    <div className={styles['text']}>
      <div className={styles['state']}>
        <TextStateChip state={state} text={text} say={say} />
        {original && state.state === 'missing' && (
          <Button look="quiet" icon="copy" onClick={() => onChange(translated(original))}>
            {say('message.copy-original')}
          </Button>
        )}
        {sample && state.state === 'missing' && (
          <Button look="quiet" icon="copy" onClick={() => onChange(begunFrom(sample.text, page))}>
            {say('message.begin-from', { channel: sayName(say, 'channel', sample.channel) })}
          </Button>
        )}
        {text && state.state === 'written' && original && (
          <Button look="quiet" onClick={() => onChange(translated(text))}>
            {say('message.is-translation')}
          </Button>
        )}
        {text && reviewer && state.state !== 'missing' && (state.state !== 'reviewed' || state.stale) && (
          <Button look="quiet" icon="check" onClick={() => onChange(reviewed(text, reviewer, today, original))}>
            {say('message.reviewed-by-me')}
          </Button>
        )}
      </div>
      {page && (
        <>
          <span id={`${id}-subject-label`} className={styles['label']}>
            {say('message.subject')}
          </span>
          <TemplateEditor
            id={`${id}-subject`}
            value={text?.subject ?? ''}
            onChange={(subject) => write({ subject, body })}
            labelledBy={`${id}-subject-label`}
            language={language}
            context={context}
            lines={1}
            single
          />
        </>
      )}
      <span id={`${id}-label`} className={styles['label']}>
        {say(page ? 'message.body' : 'message.words', { channel: sayName(say, 'channel', channel) })}
      </span>
      {page ? (
        <BlocksEditor
          id={id}
          body={body}
          onChange={(next) => write({ subject: text?.subject, body: next })}
          labelledBy={`${id}-label`}
          language={language}
          context={context}
        />
      ) : (
        <TemplateEditor
          id={id}
          value={body}
          onChange={(next) => write({ subject: text?.subject, body: next })}
          labelledBy={`${id}-label`}
          describedBy={problems.length > 0 ? `${id}-problems` : undefined}
          language={language}
          context={context}
          invalid={invalid}
        />
      )}
      {problems.length > 0 && (
        <ul id={`${id}-problems`} className={styles['problems']}>
          {problems.map(({ sentence, severity }) => (
            <li key={sentence} className={styles[severity]}>
              <Icon name={severity === 'error' ? 'octagon' : 'triangle'} size={16} />
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Whether what is said on this channel is a page with a subject and parts. */
export const isPage = (channel: Channel): boolean => channel === 'email' || channel === 'letter';
