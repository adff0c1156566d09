import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '../chromium.ts';
import { bootProduct } from '../e2e.ts';
import type { Count } from './run-checks.ts';
import { runVitest } from './run-vitest.ts';

/** Runs `e2e/` in a real browser: against the real product, booted in an empty folder, then the designer's own stories. */
export async function runBrowserTests(say: (line: string) => void): Promise<Count> {
  const browser = await chromium(say);
  const folder = mkdtempSync(path.join(tmpdir(), 'cauce-e2e-'));
  try {
    const ofProduct = await againstProduct({ browser, folder, say });
    // On a small house of their own, with the pages that the product has just built.
    const ofDesigner = await runVitest({
      args: ['--config', 'e2e/designer.config.ts'],
      env: { E2E_CHROMIUM: browser },
      report: path.join(folder, 'designer.json'),
    });
    return { passed: ofProduct.passed + ofDesigner.passed, failed: ofProduct.failed + ofDesigner.failed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Given = { browser: string; folder: string; say: (line: string) => void };

async function againstProduct({ browser, folder, say }: Given): Promise<Count> {
  const product = await bootProduct(folder, say);
  try {
    return await runVitest({
      args: ['--config', 'e2e/vitest.config.ts'],
      env: { E2E_ADDRESS: product.address, E2E_CHROMIUM: browser, CAUCE_DIR: folder },
      report: path.join(folder, 'e2e.json'),
    });
  } finally {
    await product.stop();
  }
}
