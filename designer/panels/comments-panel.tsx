'use client';

import { useState } from 'react';
import { dateFormat } from '#locales/dates-and-lists.ts';
import { Button } from '#ui/button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { comment } from '../commands/comment.ts';
import { resolve } from '../commands/resolve.ts';
import { titleOf } from '../desk/options.ts';
import type { Comment } from '../store/comment.ts';
import { selectNodes } from '../store/selection.ts';
import { useDraft, useDraftStore } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';
import styles from './comments-panel.module.css';
import { timeZone } from './time-zone.ts';

/** What officials say about the step in hand, or about all of them: threads, open ones first. All must be closed before asking for approval. */
export function CommentsPanel({ me }: { me: string }) {
  const say = useSay();
  const { nodes, comments } = useDraft(({ draft }) => draft);
  const node = useDraft(({ selection }) => (selection.nodes.length === 1 ? selection.nodes[0] : undefined));
  const store = useDraftStore();
  const threads = comments
    .filter((one) => one.answers === undefined && (node === undefined || one.node === node))
    .toSorted((a, b) => Number(a.resolved !== undefined) - Number(b.resolved !== undefined));
  const write = (text: string, at: string, answers?: string) =>
    store.run(comment, {
      id: crypto.randomUUID(),
      node: at,
      text,
      by: me,
      at: new Date().toISOString(),
      ...(answers === undefined ? {} : { answers }),
    });
  return (
    <div className={styles['comments']}>
      {threads.length === 0 && <p>{say(node === undefined ? 'comments.none' : 'comments.noneHere')}</p>}
      {threads.map((thread) => {
        const step = nodes.find(({ id }) => id === thread.node);
        return (
          <article key={thread.id} className={thread.resolved ? styles['closed'] : styles['thread']}>
            {node === undefined && step && (
              <Button look="quiet" onClick={() => store.select(selectNodes(step.id))}>
                {titleOf(say, step)}
              </Button>
            )}
            {[thread, ...comments.filter(({ answers }) => answers === thread.id)].map((one) => (
              <Said key={one.id} comment={one} />
            ))}
            {thread.resolved ? (
              <p className={styles['meta']}>{say('comments.closedBy', { by: thread.resolved.by })}</p>
            ) : (
              <Writing label={say('comments.answer')} onWrite={(text) => write(text, thread.node, thread.id)} />
            )}
            <Button
              onClick={() =>
                store.run(resolve, {
                  comment: thread.id,
                  resolved: thread.resolved ? null : { by: me, at: new Date().toISOString() },
                })
              }
            >
              {say(thread.resolved ? 'comments.reopen' : 'comments.close')}
            </Button>
          </article>
        );
      })}
      {node !== undefined && <Writing key={node} label={say('comments.new')} onWrite={(text) => write(text, node)} />}
    </div>
  );
}

function Said({ comment: { by, at, text } }: { comment: Comment }) {
  const say = useSay();
  const moment = dateFormat(say.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(at));
  return (
    <div>
      <p className={styles['meta']}>
        <strong>{by}</strong> · <time dateTime={at}>{moment}</time>
      </p>
      <p className={styles['text']}>{text}</p>
    </div>
  );
}

function Writing({ label, onWrite }: { label: string; onWrite: (text: string) => void }) {
  const say = useSay();
  const [text, setText] = useState('');
  return (
    <form
      className={styles['writing']}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        onWrite(text.trim());
        setText('');
      }}
    >
      <TextArea
        label={label}
        rows={2}
        maxLength={4_000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="submit">{say('comments.send')}</Button>
    </form>
  );
}
