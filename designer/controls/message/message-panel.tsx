'use client';

import { useState } from 'react';
import type { Channel, Text } from '#engine/journey.ts';
import { textAt } from '#engine/text-at.ts';
import { Button } from '#ui/button.tsx';
import fieldStyles from '#ui/field.module.css';
import { Tabs } from '#ui/tabs.tsx';
import { channelIcons } from '../../face-of.ts';
import type { InspectorContext } from '../../inspector/context.ts';
import { type FieldProblem, under } from '../../inspector/field-problems.ts';
import { sayName } from '../../say.ts';
import { isChannel } from '../ladder/rungs.ts';
import styles from './message.module.css';
import { Preview } from './preview.tsx';
import { SendTest } from './send-test.tsx';
import { SideBySide } from './side-by-side.tsx';
import { isPage, TextEditor } from './text-editor.tsx';
import { stateOf } from './text-state.ts';

/** Everything a step says: a tab for each channel, a line for each language, and how it looks to the person chosen. */
export function MessagePanel({
  node,
  channels,
  wanted = null,
  problems,
  onText,
  context,
  reviewer,
}: {
  node: string;
  channels: readonly string[];
  /** The text that is open at first, by language and channel: `es.email`. */
  wanted?: string | null;
  /** Of the texts: their paths begin with language, node and channel. */
  problems: readonly FieldProblem[];
  onText: (language: string, channel: Channel, text: Text) => void;
  context: InspectorContext;
  reviewer: string | null;
}) {
  const { say, journey, house } = context;
  const spoken = channels.filter(isChannel);
  const [wantedLanguage, wantedChannel] = wanted?.split('.') ?? [];
  const [channel, setChannel] = useState(spoken.find((one) => one === wantedChannel) ?? spoken[0]);
  const [language, setLanguage] = useState(wantedLanguage ?? journey.languages[0] ?? 'es');
  const [personId, setPersonId] = useState(house.people[0]?.id);
  const [compared, setCompared] = useState(false);
  const now = spoken.find((one) => one === channel) ?? spoken[0];
  if (!now) return <p>{say('message.no-channel')}</p>;
  const first = journey.languages[0] ?? 'es';
  const current = journey.languages.includes(language) ? language : first;
  const textIn = (one: string) => textAt(journey.texts, { language: one, node, channel: now });
  const text = textIn(current);
  const original = current === first ? undefined : textIn(first);
  // The parts of a page are too much for a short message; its words fit a page.
  const sample = spoken
    .filter((one) => one !== now && (isPage(now) || !isPage(one)))
    .flatMap((one) => {
      const words = textAt(journey.texts, { language: current, node, channel: one });
      return words && words.body.trim() !== '' ? [{ channel: one, text: words }] : [];
    })[0];
  const person = house.people.find(({ id }) => id === personId) ?? house.people[0];
  const count = (one: Channel) => {
    const wrong = journey.languages.reduce((sum, tongue) => sum + under(problems, tongue, node, one).length, 0);
    return wrong === 0 ? {} : { count: String(wrong) };
  };
  return (
    <div className={styles['panel']}>
      <Tabs
        label={say('message.channels')}
        chosen={now}
        onChoose={(key) => isChannel(key) && setChannel(key)}
        tabs={spoken.map((one) => ({
          key: one,
          title: sayName(say, 'channel', one),
          icon: channelIcons[one] ?? 'bubble',
          ...count(one),
          content: one === now && (
            <div className={styles['panel']}>
              <div className={styles['languages']} role="group" aria-label={say('message.languages')}>
                {journey.languages.map((tongue) => {
                  const { state, stale } = stateOf(textIn(tongue), tongue === first ? undefined : textIn(first));
                  return (
                    <button
                      key={tongue}
                      type="button"
                      aria-pressed={tongue === current}
                      onClick={() => setLanguage(tongue)}
                    >
                      <span className={`${styles['dot']} ${styles[stale ? 'stale' : state]}`} aria-hidden />
                      {sayName(say, 'language', tongue)}
                      <span className="visually-hidden">
                        , {say(stale ? 'message.state-stale' : `message.short-${state}`)}
                      </span>
                    </button>
                  );
                })}
                {journey.languages.length > 1 && (
                  <Button look="quiet" onClick={() => setCompared(true)}>
                    {say('message.compare')}
                  </Button>
                )}
              </div>
              <TextEditor
                key={`${now} ${current}`}
                id={`text-${node}-${now}`}
                channel={now}
                language={current}
                text={text}
                original={original}
                sample={sample}
                onChange={(next) => onText(current, now, next)}
                problems={under(problems, current, node, now)}
                context={context}
                reviewer={reviewer}
              />
              {person && text && text.body.trim() !== '' && (
                <>
                  <label className={styles['person']}>
                    <span>{say('message.seen-by')}</span>
                    <select
                      className={fieldStyles['input']}
                      value={person.id}
                      onChange={(event) => setPersonId(event.target.value)}
                    >
                      {house.people.map(({ id, name, tells }) => (
                        <option key={id} value={id}>
                          {tells === '' ? name : `${name}: ${tells}`}
                        </option>
                      ))}
                    </select>
                  </label>
                  <Preview text={text} channel={now} language={current} person={person} context={context} />
                  <SendTest channel={now} language={current} text={text} person={person.id} context={context} />
                </>
              )}
            </div>
          ),
        }))}
      />
      <SideBySide
        open={compared}
        onClose={() => setCompared(false)}
        node={node}
        channel={now}
        problems={problems}
        onText={onText}
        context={context}
        reviewer={reviewer}
      />
    </div>
  );
}
