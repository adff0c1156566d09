'use client';

import type { Channel, Node, Text } from '#engine/journey.ts';
import { parseConfig } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import type { Problem } from '#engine/problem.ts';
import { Chip } from '#ui/chip.tsx';
import fieldStyles from '#ui/field.module.css';
import { Icon, isIcon } from '#ui/icon.tsx';
import { InspectorField } from '#ui/inspector-field.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { MessagePanel } from '../controls/message/message-panel.tsx';
import { listOf, recordOf, textOf } from '../controls/read-value.ts';
import { sayName } from '../say.ts';
import type { InspectorContext } from './context.ts';
import { FieldLine } from './field-line.tsx';
import { problemsAt, problemsOfWhole } from './field-problems.ts';
import { formOf } from './form.ts';
import { Help } from './help.tsx';
import styles from './inspector.module.css';

export type NodeEdits = {
  onTitle: (title: string) => void;
  onNote: (note: string) => void;
  onField: (field: string, value: unknown) => void;
  onText: (language: string, channel: Channel, text: Text) => void;
};

/** The form of one step: derived from its kind, with its texts where it speaks, and its help. */
export function NodeInspector({
  node,
  problems,
  edits,
  help,
  context,
  reviewer,
}: {
  node: Node;
  problems: readonly Problem[];
  edits: NodeEdits;
  /** The help page of its kind, as Markdown. */
  help: string | undefined;
  context: InspectorContext;
  reviewer: string | null;
}) {
  const { say } = context;
  const kind = kindOf(node.kind);
  const name = sayName(say, 'kind', node.kind);
  if (!kind) return <p>{say('inspector.unknown-kind', { kind: node.kind })}</p>;
  const form = formOf(kind.config);
  const whole = problemsOfWhole(
    say,
    problems,
    node.id,
    form.map((field) => field.name),
  );
  const texts = problemsAt(say, problems, node.id, ['texts']);
  const channels = spokenBy(kind, node);
  const fields = (
    <div className={styles['fields']}>
      {form.map((field) => (
        <FieldLine
          key={field.name}
          id={`field-${node.id}-${field.name}`}
          field={field}
          words={node.kind}
          value={node.config[field.name]}
          onChange={(value) => edits.onField(field.name, value)}
          problems={problemsAt(say, problems, node.id, [field.name])}
          context={context}
        />
      ))}
      <InspectorField id={`note-${node.id}`} label={say('inspector.note')} hint={say('inspector.note-hint')}>
        <textarea
          id={`note-${node.id}`}
          rows={2}
          className={fieldStyles['input']}
          value={node.note ?? ''}
          maxLength={2_000}
          onChange={(event) => edits.onNote(event.target.value)}
        />
      </InspectorField>
      {help && <Help title={say('inspector.help', { kind: name })} markdown={help} />}
    </div>
  );
  return (
    <div className={`${styles['inspector']} ${styles[kind.group]}`}>
      <header className={styles['head']}>
        <p className={styles['kind']}>
          <Icon name={isIcon(kind.icon) ? kind.icon : 'question'} />
          {name}
          <code>{node.id}</code>
        </p>
        <input
          className={`${fieldStyles['input']} ${styles['title']}`}
          value={node.title ?? ''}
          maxLength={120}
          placeholder={name}
          aria-label={say('inspector.title')}
          onChange={(event) => edits.onTitle(event.target.value)}
        />
        {whole.map(({ severity, sentence }) => (
          <p key={sentence} className={styles['whole']}>
            <Chip look={severity === 'error' ? 'inverse' : 'ochre'} icon={severity === 'error' ? 'octagon' : 'triangle'}>
              {say(`problem.${severity}`)}
            </Chip>{' '}
            {sentence}
          </p>
        ))}
      </header>
      {kind.speaks ? (
        <Tabs
          label={say('inspector.parts')}
          tabs={[
            { key: 'step', title: say('inspector.step'), content: fields },
            {
              key: 'texts',
              title: say('inspector.texts'),
              ...(texts.length > 0 ? { count: String(texts.length) } : {}),
              content: (
                <MessagePanel
                  node={node.id}
                  channels={channels}
                  problems={texts}
                  onText={edits.onText}
                  context={context}
                  reviewer={reviewer}
                />
              ),
            },
          ]}
        />
      ) : (
        fields
      )}
    </div>
  );
}

/** The channels a step speaks on; read as far as it goes while its config is not right. */
function spokenBy(kind: NonNullable<ReturnType<typeof kindOf>>, node: Node): string[] {
  const config = parseConfig(kind, node);
  if (config.ok) return kind.speaks?.(config.config) ?? [];
  return [...new Set(listOf(node.config['rungs']).map((rung) => textOf(recordOf(rung)['channel'])))];
}
