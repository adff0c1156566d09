'use client';

import type { Channel, Text } from '#engine/journey.ts';
import { textAt } from '#engine/text-at.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import type { InspectorContext } from '../../inspector/context.ts';
import { type FieldProblem, under } from '../../inspector/field-problems.ts';
import { sayName } from '../../say.ts';
import styles from './message.module.css';
import { TextEditor } from './text-editor.tsx';

/** One channel in all its languages beside each other, the original first: to translate, and to review a translation. */
export function SideBySide({
  open,
  onClose,
  node,
  channel,
  problems,
  onText,
  context,
  reviewer,
}: {
  open: boolean;
  onClose: () => void;
  node: string;
  channel: Channel;
  problems: readonly FieldProblem[];
  onText: (language: string, channel: Channel, text: Text) => void;
  context: InspectorContext;
  reviewer: string | null;
}) {
  const { say, journey } = context;
  const [first = 'es'] = journey.languages;
  const textIn = (language: string) => textAt(journey.texts, { language, node, channel });
  return (
    <Dialog
      title={say('message.compare-title', { channel: sayName(say, 'channel', channel) })}
      open={open}
      onClose={onClose}
      look="wide"
    >
      <div className={styles['columns']}>
        {journey.languages.map((language) => (
          <section key={language} aria-label={sayName(say, 'language', language)} className={styles['column']}>
            <h3>{sayName(say, 'language', language)}</h3>
            <TextEditor
              id={`compare-${node}-${channel}-${language}`}
              channel={channel}
              language={language}
              text={textIn(language)}
              original={language === first ? undefined : textIn(first)}
              onChange={(text) => onText(language, channel, text)}
              problems={under(problems, language, node, channel)}
              context={context}
              reviewer={reviewer}
            />
          </section>
        ))}
      </div>
      <div>
        <Button onClick={onClose}>{say('message.close')}</Button>
      </div>
    </Dialog>
  );
}
