import { add } from '../commands/add.ts';
import { addFrame } from '../commands/add-frame.ts';
import { addNote } from '../commands/add-note.ts';
import { align } from '../commands/align.ts';
import { collapse } from '../commands/collapse.ts';
import { connect } from '../commands/connect.ts';
import { disconnect } from '../commands/disconnect.ts';
import { duplicate } from '../commands/duplicate.ts';
import { group } from '../commands/group.ts';
import { insert } from '../commands/insert.ts';
import { move } from '../commands/move.ts';
import { paste } from '../commands/paste.ts';
import { reconnect } from '../commands/reconnect.ts';
import { relocate } from '../commands/relocate.ts';
import { remove } from '../commands/remove.ts';
import { resize } from '../commands/resize.ts';
import { tidy } from '../commands/tidy.ts';
import { ungroup } from '../commands/ungroup.ts';

/** What a hand can do on the canvas, and the command that each gesture runs. Handlers run commands through it only. */
export const gestures = {
  'drop-from-palette': add,
  'drop-on-edge': insert,
  'pull-from-port': connect,
  'drag-line-end': reconnect,
  'drop-line-nowhere': disconnect,
  'drag-card': move,
  'drop-card-on-edge': relocate,
  'delete-selected': remove,
  'paste-here': paste,
  'duplicate-selected': duplicate,
  'align-selected': align,
  'tidy-up': tidy,
  'pin-note': addNote,
  'draw-frame': addFrame,
  'drag-corner': resize,
  'group-selected': group,
  'ungroup-selected': ungroup,
  'fold-group': collapse,
};
