import { installDependencies } from './install-dependencies.mjs';

await installDependencies();
await import('tsx');
await import('./test.ts');
