// Holds one process for the supervisor: whatever way the supervisor goes (even kill -9), the pipe to it closes and
// the process is stopped with everything it started. Plain JavaScript, so that it starts in 40 ms.
import { spawn } from 'node:child_process';

const { command, args, cwd, uid, gid, stopSignal, stopWithinMs } = JSON.parse(process.argv[2] ?? '{}');

// Its own group: a Ctrl-C in the terminal reaches the supervisor only, which then stops everyone in order.
const child = spawn(command, args, { cwd, uid, gid, detached: true, stdio: ['ignore', 'inherit', 'inherit'] });
let stopping = false;

child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
child.on('exit', (code, signal) => {
  signalGroup('SIGKILL');
  process.exit(code ?? (signal ? 128 : 1));
});
if (child.pid) process.send?.({ pid: child.pid }, () => undefined);

process.on('message', (message) => message === 'stop' && stop());
process.on('disconnect', stop);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);

function stop() {
  if (stopping) return;
  stopping = true;
  signalGroup(stopSignal);
  // A process that is stopped (SIGSTOP) could not hear the signal before it goes on.
  signalGroup('SIGCONT');
  setTimeout(() => signalGroup('SIGKILL'), stopWithinMs);
}

function signalGroup(signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
