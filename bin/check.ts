import { runChecks } from './check/run-checks.ts';

const { failed } = await runChecks((line) => process.stdout.write(`${line}\n`));
process.exit(failed > 0 ? 1 : 0);
