import type { Logger, LogLevel, LogMetadata } from '@temporalio/worker';
import { codeOf, type Log } from './log.ts';

/** What may be told of what Temporal logs: ids, names and numbers. Inputs, results and messages of errors stay out. */
const told = [
  'workflowId',
  'runId',
  'workflowType',
  'activityType',
  'activityId',
  'attempt',
  'taskQueue',
  'durationMs',
];

/** Temporal's own log lines among ours. */
export function temporalLogger(log: Log): Logger {
  const write = (level: LogLevel, message: string, meta?: LogMetadata) => {
    if (level === 'TRACE' || level === 'DEBUG' || level === 'INFO') return;
    const fields = Object.fromEntries(told.flatMap((name) => (meta && name in meta ? [[name, meta[name]]] : [])));
    const error: unknown = meta?.['error'];
    const line = { ...fields, ...(error === undefined ? {} : { error: codeOf(error) }) };
    if (level === 'ERROR') log.error(line, message);
    else log.warn(line, message);
  };
  return {
    log: write,
    trace: () => undefined,
    debug: () => undefined,
    info: () => undefined,
    warn: (message, meta) => write('WARN', message, meta),
    error: (message, meta) => write('ERROR', message, meta),
  };
}
