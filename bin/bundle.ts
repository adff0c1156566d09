import { bundleWorkflows } from '#workflows/bundle.ts';

process.stdout.write(`${await bundleWorkflows()}\n`);
