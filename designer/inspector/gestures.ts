import { annotate } from '../commands/annotate.ts';
import { editConfig } from '../commands/edit-config.ts';
import { editExits } from '../commands/edit-exits.ts';
import { editSetting } from '../commands/edit-setting.ts';
import { editText } from '../commands/edit-text.ts';
import { editVariables } from '../commands/edit-variables.ts';
import { rename } from '../commands/rename.ts';
import type { Gestures } from '../store/gesture.ts';

/** What an official can do in the inspector, and the command it runs. */
export const inspectorGestures = {
  'inspect-title': rename,
  'inspect-note': annotate,
  'inspect-field': editConfig,
  'inspect-text': editText,
  'journey-settings': editSetting,
  'journey-exits': editExits,
  'journey-variables': editVariables,
} satisfies Gestures;
