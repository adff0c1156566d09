import type { Logger, LogLevel, LogMetadata } from '@temporalio/worker';
import type { Log } from './log.ts';

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

/** Workers of activities alone are meant to be so. */
const expected = /^No workflows registered/;

/** Temporal's own log lines among ours. */
export function temporalLogger(log: Log): Logger {
  const write = (level: LogLevel, message: string, meta?: LogMetadata) => {
    if (level === 'TRACE' || level === 'DEBUG' || level === 'INFO' || expected.test(message)) return;
    const fields = Object.fromEntries(told.flatMap((name) => (meta && name in meta ? [[name, meta[name]]] : [])));
    const error: unknown = meta?.['error'];
    // The log's own serializer leaves only what may be told of the error.
    const line = { ...fields, ...(error === undefined ? {} : { error }) };
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
