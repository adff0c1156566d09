import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { env } from '#env';

const room = fileURLToPath(new URL('.', import.meta.url));

/** Whether a bundle of these sources is in the folder of this installation already (`CAUCE_DIR`). */
export const isBundled = (installation: string): boolean => existsSync(bundleIn(installation));

const bundleIn = (installation: string) => path.resolve(installation, 'build', `workflows-${sourcesHash()}.js`);

/** The path of the workflow bundle, made now unless one of the same sources is already in `.cauce/build`. */
export async function bundleWorkflows(): Promise<string> {
  const file = bundleIn(env().CAUCE_DIR);
  const folder = path.dirname(file);
  if (existsSync(file)) return file;
  // webpack is heavy: only whoever bundles pays for it.
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
  const logger = new DefaultLogger('ERROR');
  const { code } = await bundleWorkflowCode({ workflowsPath: path.join(room, 'workflow-list.ts'), logger });
  mkdirSync(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, code);
  renameSync(unfinished, file);
  return file;
}

function sourcesHash(): string {
  const names = readdirSync(room).filter((name) => name === 'workflow-list.ts' || name.endsWith('.workflow.ts'));
  const hash = createHash('sha256').update(installedSdk());
  for (const name of names.sort()) hash.update(name).update(readFileSync(path.join(room, name)));
  return hash.digest('hex').slice(0, 16);
}

function installedSdk(): string {
  const file = fileURLToPath(import.meta.resolve('@temporalio/workflow/package.json'));
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
