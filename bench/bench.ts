import { alert } from './alert/alert.ts';
import { canvas } from './canvas/canvas.ts';
import { carryOut } from './carry-out.ts';
import { count } from './load/count.ts';
import { events } from './load/events.ts';
import { lanes } from './load/lanes.ts';
import { moves } from './load/moves.ts';
import { receipts } from './load/receipts.ts';
import { situationsBench } from './load/situations.ts';

await carryOut('bench', { alert, canvas, events, receipts, lanes, moves, count, situations: situationsBench });
