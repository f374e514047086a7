import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { CodeServer } from '../../scripts/editor/codeServer.mjs';

/** What of a window says how things stand. */
const telling = ['.notification-list-item', '.monaco-dialog-box', '.part.statusbar', '.part.sidebar', '.part.panel'];

/** More of a log is in the file that is kept. */
const lastLines = 20;

/** Keeps what a person would want to see of a failed test, the screen and what was logged; the answer is what can be said of it in a few lines. */
export async function keepEvidence(
  name: string,
  server: CodeServer | undefined,
  browser: Browser | undefined,
): Promise<string> {
  const folder = path.resolve('artifacts/tests/editor', name.replaceAll(/[^\w]+/g, '-'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const said = [`The screen and the logs are in ${folder}.`];
  const page = browser?.contexts()[0]?.pages()[0];
  if (page) {
    await page.screenshot({ path: path.join(folder, 'screen.png') }).catch(() => undefined);
    said.push(await textOf(page).catch(String));
  }

  if (server) {
    cpSync(server.log, path.join(folder, 'code-server.log'));
    const logs = path.join(server.folder, 'data/logs');
    if (existsSync(logs)) {
      cpSync(logs, path.join(folder, 'logs'), { recursive: true });
      said.push(endsOf(logs, ['Hot Reload.log', 'remoteagent.log']));
    }
  }

  return said.join('\n');
}

/** Who reads of a failure elsewhere has no picture. */
async function textOf(page: Page): Promise<string> {
  const parts = telling.map(async (part) => {
    const texts = await page.locator(part).allInnerTexts();
    return texts.map((text) => `${part}: ${text.replaceAll(/\s+/g, ' ')}`);
  });
  return ['In the window:', ...(await Promise.all(parts)).flat()].join('\n');
}

function endsOf(folder: string, names: string[]): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    names.includes(path.basename(file)),
  );
  return files
    .map((file) => {
      const lines = readFileSync(path.join(folder, file), 'utf8').trimEnd().split('\n');
      return [`The end of ${path.basename(file)}:`, ...lines.slice(-lastLines)].join('\n');
    })
    .join('\n');
}
