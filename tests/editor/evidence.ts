import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { CodeServer } from '../../scripts/editor/codeServer.mjs';

/** Keeps what a person would want to see of a failed test: the screen, and what was logged. */
export async function keepEvidence(
  name: string,
  server: CodeServer | undefined,
  browser: Browser | undefined,
): Promise<void> {
  const folder = path.resolve('artifacts/tests/editor', name.replaceAll(/[^\w]+/g, '-'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (server) {
    cpSync(server.log, path.join(folder, 'code-server.log'));
    const logs = path.join(server.folder, 'data/logs');
    if (existsSync(logs)) {
      cpSync(logs, path.join(folder, 'logs'), { recursive: true });
    }
  }

  const page = browser?.contexts()[0]?.pages()[0];
  await page?.screenshot({ path: path.join(folder, 'screen.png') });
  console.log(`The screen and the logs are in ${folder}.`);
}
