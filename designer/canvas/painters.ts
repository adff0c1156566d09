import { FlowCard } from './flow-card.tsx';
import { FlowFrame } from './flow-frame.tsx';
import { FlowGroup } from './flow-group.tsx';
import { FlowLine } from './flow-line.tsx';
import { FlowNote } from './flow-note.tsx';

/** What React Flow paints each type of node and edge with. */
export const nodeTypes = { card: FlowCard, note: FlowNote, frame: FlowFrame, group: FlowGroup };
export const edgeTypes = { line: FlowLine };
