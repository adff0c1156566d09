import { announcer } from './announcer.tsx';
import { bothVersions } from './both-versions.tsx';
import { button } from './button.tsx';
import { card } from './card.tsx';
import { chip } from './chip.tsx';
import { choices } from './choices.tsx';
import { combobox } from './combobox.tsx';
import { commandPalette } from './command-palette.tsx';
import { countWithAge } from './count-with-age.tsx';
import { dateField } from './date-field.tsx';
import { dialog } from './dialog.tsx';
import { disclosure } from './disclosure.tsx';
import { durationField } from './duration-field.tsx';
import { edge } from './edge.tsx';
import { emptyState } from './empty-state.tsx';
import { field } from './field.tsx';
import { fileField } from './file-field.tsx';
import { footBar } from './foot-bar.tsx';
import { form } from './form.tsx';
import { icon } from './icon.tsx';
import { iconButton } from './icon-button.tsx';
import { inspectorField } from './inspector-field.tsx';
import { list } from './list.tsx';
import { longTable } from './long-table.tsx';
import { mailbox } from './mailbox.tsx';
import { menu } from './menu.tsx';
import { modeStrip } from './mode-strip.tsx';
import { notice } from './notice.tsx';
import { numberField } from './number-field.tsx';
import { panel } from './panel.tsx';
import { paper } from './paper.tsx';
import { passwordField } from './password-field.tsx';
import { phone } from './phone.tsx';
import { port } from './port.tsx';
import { problemList } from './problem-list.tsx';
import { progressBar } from './progress-bar.tsx';
import { prose } from './prose.tsx';
import { rail } from './rail.tsx';
import type { Specimen } from './specimen.ts';
import { stepper } from './stepper.tsx';
import { table } from './table.tsx';
import { tabs } from './tabs.tsx';
import { tagList } from './tag-list.tsx';
import { topBar } from './top-bar.tsx';
import { unfold } from './unfold.tsx';
import { viewSwitch } from './view-switch.tsx';
import { waiting } from './waiting.tsx';
import { wallFigure } from './wall-figure.tsx';

/** Every component of the house with its states, by the name its page has under /dev/ui. One line each. */
export const specimens: Record<string, Specimen> = {
  announcer,
  'both-versions': bothVersions,
  button,
  card,
  chip,
  choices,
  combobox,
  'command-palette': commandPalette,
  'count-with-age': countWithAge,
  'date-field': dateField,
  dialog,
  disclosure,
  'duration-field': durationField,
  edge,
  'empty-state': emptyState,
  field,
  'file-field': fileField,
  'foot-bar': footBar,
  form,
  icon,
  'icon-button': iconButton,
  'inspector-field': inspectorField,
  list,
  'long-table': longTable,
  mailbox,
  menu,
  'mode-strip': modeStrip,
  notice,
  'number-field': numberField,
  panel,
  paper,
  'password-field': passwordField,
  phone,
  port,
  'problem-list': problemList,
  'progress-bar': progressBar,
  prose,
  rail,
  stepper,
  table,
  tabs,
  'tag-list': tagList,
  'top-bar': topBar,
  unfold,
  'view-switch': viewSwitch,
  waiting,
  'wall-figure': wallFigure,
};
