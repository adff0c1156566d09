import { type Gateway, noteAccount } from './gateway.ts';
import { openLedger, readLedger } from './ledger.ts';
import { createRecent } from './recent.ts';
import { replay } from './replay.ts';
import { createSchedule } from './schedule.ts';
import { createSeen } from './seen.ts';
import { createTally } from './tally.ts';

/** Opens the gateway of a folder and rebuilds it from its ledger; receipts not told before the last stop are scheduled again. */
export function openGateway(dir: string, now: number): Gateway {
  const gateway: Gateway = {
    ledger: openLedger(dir),
    accounts: new Map(),
    seen: createSeen(),
    tally: createTally(),
    recent: createRecent(),
    schedule: createSchedule(now),
    sequence: 0,
  };
  replay(gateway, (onLine) => readLedger(dir, onLine));
  return gateway;
}

/** Forgets every message; accounts keep their settings. */
export function reset(gateway: Gateway, now: number): void {
  gateway.ledger.clear();
  gateway.seen = createSeen();
  gateway.tally = createTally();
  gateway.recent.clear();
  gateway.schedule = createSchedule(now);
  gateway.sequence = 0;
  for (const [id, account] of gateway.accounts) noteAccount(gateway, id, account, now);
}
