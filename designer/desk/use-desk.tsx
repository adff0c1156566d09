'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { CommandName } from '../commands/index.ts';
import { draw } from '../draw.ts';
import { journeyOf, type Place } from '../store/draft.ts';
import { useDraftStore } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';
import { commandOfKey, doAtDesk } from './at-desk.ts';
import type { Desk, Part } from './desk.ts';
import { arrowOf, keyName, stepKey } from './key-name.ts';
import type { Question } from './question.ts';
import { QuestionDialog } from './question-dialog.tsx';

/** What a surface (canvas, outline) does with the desk: everything but its own gestures goes through here. */
export type AtDesk = {
  /** Chosen from a menu or a palette. */
  begin: (name: CommandName) => void;
  /** A key was pressed on the surface; true if it was a command's, or undo's. */
  press: (event: KeyEvent) => boolean;
  /** Text was pasted onto the surface. */
  paste: (text: string) => void;
  /** Tells the desk where new things are put; null again when the surface goes. */
  placeBy: (where: (() => Place) | null) => void;
};
type KeyEvent = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'preventDefault'>;

const DeskContext = createContext<AtDesk | null>(null);

export function useDesk(): AtDesk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('No desk: the component stands outside DeskProvider');
  return desk;
}

/** Gives the surfaces under it one desk, whose questions are dialogs. `inspect` opens a form. */
export function DeskProvider({
  me,
  inspect,
  children,
}: {
  me: string;
  inspect: (part: Part) => void;
  children: ReactNode;
}) {
  const store = useDraftStore();
  const say = useSay();
  const [question, setQuestion] = useState<Question | null>(null);
  const place = useRef<(() => Place) | null>(null);
  const latest = useRef({ me, inspect, say });
  useEffect(() => {
    latest.current = { me, inspect, say };
  });
  const at = useMemo((): AtDesk => {
    const asked = <T,>(ask: (answer: (value: T | null) => void) => Question) =>
      new Promise<T | null>((resolve) => {
        setQuestion(
          ask((value) => {
            setQuestion(null);
            resolve(value);
          }),
        );
      });
    const desk = (arrow: Desk['arrow'], pasted: string | null): Desk => ({
      state: store.getSnapshot,
      say: latest.current.say,
      me: latest.current.me,
      now: () => new Date().toISOString(),
      uuid: () => crypto.randomUUID(),
      place: () => place.current?.() ?? null,
      places: () =>
        Object.fromEntries(
          draw(latest.current.say, journeyOf(store.getSnapshot().draft)).cards.map(({ id, x, y }) => [id, { x, y }]),
        ),
      arrow,
      choose: (title, options) => asked((answer) => ({ is: 'choose', title, options, answer })),
      write: (title, field) => asked((answer) => ({ is: 'write', title, field, answer })),
      measure: (title, numbers) =>
        // The dialog answers with the numbers it was given.
        asked((answer) => ({ is: 'measure', title, numbers, answer: answer as (values: unknown) => void })),
      clipboard: async () => pasted ?? (await navigator.clipboard.readText().catch(() => null)),
      tell: (problem) => {
        store.refuse(problem);
        return null;
      },
      inspect: (part) => {
        latest.current.inspect(part);
        return null;
      },
    });
    return {
      begin: (name) => void doAtDesk(name, desk(null, null), store),
      paste: (text) => void doAtDesk('paste', desk(null, text), store),
      placeBy: (where) => {
        place.current = where;
      },
      press: (event) => {
        const act = stepKey(keyName(event));
        const name = act ? undefined : commandOfKey(event, store.getSnapshot());
        // The browser's own paste event brings the text without asking for leave.
        if ((!act && !name) || name === 'paste') return false;
        event.preventDefault();
        if (act) store[act]();
        else if (name) void doAtDesk(name, desk(arrowOf(event.key), null), store);
        return true;
      },
    };
  }, [store]);
  return (
    <DeskContext value={at}>
      {children}
      <QuestionDialog question={question} />
    </DeskContext>
  );
}
