import { carryOut } from './carry-out.ts';
import { clock } from './faults/clock.ts';
import { kill } from './faults/kill.ts';
import { poison } from './faults/poison.ts';
import { receipts } from './faults/receipts.ts';
import { signals } from './faults/signals.ts';
import { temporalLost } from './faults/temporal-lost.ts';
import { aemet } from './stories/aemet.ts';
import { beca } from './stories/beca.ts';

await carryOut('drill', { kill, signals, 'temporal-lost': temporalLost, receipts, clock, poison, beca, aemet });
