'use client';

import type { Node } from '#engine/journey.ts';
import { kindOf } from '#engine/nodes/index.ts';
import type { Problem } from '#engine/problem.ts';
import fieldStyles from '#ui/field.module.css';
import { Icon, isIcon } from '#ui/icon.tsx';
import { InspectorField } from '#ui/inspector-field.tsx';
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
};

/** The form of one step, derived from its kind, and its help. What it says is in the panel of texts. */
export function NodeInspector({
  node,
  problems,
  edits,
  help,
  context,
}: {
  node: Node;
  problems: readonly Problem[];
  edits: NodeEdits;
  /** The help page of its kind, as Markdown. */
  help: string | undefined;
  context: InspectorContext;
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
        {whole.length > 0 && (
          <ul className={styles['whole']}>
            {whole.map(({ severity, sentence }) => (
              <li key={sentence} className={styles[severity]}>
                <Icon
                  name={severity === 'error' ? 'octagon' : 'triangle'}
                  size={16}
                  label={say(`problem.${severity}`)}
                />
                {sentence}
              </li>
            ))}
          </ul>
        )}
      </header>
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
    </div>
  );
}
