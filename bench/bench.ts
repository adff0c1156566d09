import { alert } from './alert/alert.ts';
import { carryOut } from './carry-out.ts';

await carryOut('bench', { alert });
