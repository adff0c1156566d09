import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '../chromium.ts';
import { bootProduct } from '../e2e.ts';
import type { Count } from './run-checks.ts';
import { runVitest } from './run-vitest.ts';

/** Boots the real product on free ports in an empty folder and runs `e2e/` against it in a real browser. */
export async function runBrowserTests(say: (line: string) => void): Promise<Count> {
  const browser = await chromium(say);
  const folder = mkdtempSync(path.join(tmpdir(), 'cauce-e2e-'));
  const product = await bootProduct(folder, say);
  try {
    return await runVitest({
      args: ['--config', 'e2e/vitest.config.ts'],
      env: { E2E_ADDRESS: product.address, E2E_CHROMIUM: browser, CAUCE_DIR: folder },
      report: path.join(folder, 'e2e.json'),
    });
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
