import { add } from './add.ts';
import { addFrame } from './add-frame.ts';
import { addNote } from './add-note.ts';
import { align } from './align.ts';
import { annotate } from './annotate.ts';
import { collapse } from './collapse.ts';
import { comment } from './comment.ts';
import { connect } from './connect.ts';
import { disconnect } from './disconnect.ts';
import { duplicate } from './duplicate.ts';
import { editConfig } from './edit-config.ts';
import { editExits } from './edit-exits.ts';
import { editFrame } from './edit-frame.ts';
import { editNote } from './edit-note.ts';
import { editSetting } from './edit-setting.ts';
import { editText } from './edit-text.ts';
import { editVariables } from './edit-variables.ts';
import { editWalks } from './edit-walks.ts';
import { group } from './group.ts';
import { insert } from './insert.ts';
import { move } from './move.ts';
import { paste } from './paste.ts';
import { reconnect } from './reconnect.ts';
import { relocate } from './relocate.ts';
import { remove } from './remove.ts';
import { rename } from './rename.ts';
import { resize } from './resize.ts';
import { resolve } from './resolve.ts';
import { tidy } from './tidy.ts';
import { ungroup } from './ungroup.ts';

/** Every way a draft can change, in the order of the shortcut sheet. Adding a command is one file and one line here. */
export const commands = [
  add,
  insert,
  connect,
  reconnect,
  disconnect,
  editConfig,
  editText,
  rename,
  annotate,
  relocate,
  remove,
  paste,
  duplicate,
  move,
  align,
  tidy,
  addNote,
  editNote,
  addFrame,
  editFrame,
  resize,
  group,
  ungroup,
  collapse,
  editSetting,
  editExits,
  editVariables,
  editWalks,
  comment,
  resolve,
] as const;

export type AnyCommand = (typeof commands)[number];
export type CommandName = AnyCommand['name'];
