'use client';

import { useSurroundings } from './house-context.ts';
import { JourneyInspector } from './journey-inspector.tsx';
import { NodeInspector } from './node-inspector.tsx';
import { useInspected } from './use-inspected.ts';

/**
 * The step that is selected, or the journey when none is. Everything it changes goes through commands; what the journey
 * cannot hold yet stays in the panel, marked.
 */
export function StepPanel() {
  const { context, problems, act, selected } = useInspected();
  const { helps } = useSurroundings();
  const { say, node } = context;
  if (selected > 1) return <p>{say('inspector.several', { n: selected })}</p>;
  if (!node)
    return (
      <JourneyInspector
        problems={problems}
        edits={{
          onSetting: (setting, value) => act('journey-settings', { setting, value }),
          onExits: (list, exits) => act('journey-exits', { list, exits: exits as never }), // the command reads them anew
          onVariables: (variables) => act('journey-variables', { variables: variables as never }), // likewise
        }}
        context={context}
      />
    );
  return (
    <NodeInspector
      key={node.id}
      node={node}
      problems={problems}
      edits={{
        onTitle: (title) => act('inspect-title', { node: node.id, title }),
        onNote: (note) => act('inspect-note', { node: node.id, note }),
        onField: (field, value) => act('inspect-field', { node: node.id, path: [field], value }),
      }}
      help={helps[node.kind]}
      context={context}
    />
  );
}
