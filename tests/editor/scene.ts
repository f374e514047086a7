import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/editor/browser.mjs';
import { CodeServer } from '../../scripts/editor/codeServer.mjs';
import { keepEvidence } from './evidence';
import { Processes } from './processes';
import { settings } from './settings';
import { Workbench } from './workbench/workbench';
import { Workspace } from './workspace';

/** What a scene is played in. */
export interface Setting {
  /** On top of those that keep VS Code quiet. */
  readonly settings?: Record<string, unknown>;
  /** Everything is trusted, where it isn't said otherwise. */
  readonly trust?: 'everything' | 'asked';
  /** What to open: the workspace's folder, or a file of it. */
  readonly open?: string;
  /** The name of the workspace's folder. */
  readonly folder?: string;
  readonly window?: { readonly width: number; readonly height: number };
  /** Time is taken in it: everything moves, and is compiled, as for a user. */
  readonly timed?: boolean;
}

const root = process.cwd();
const vsix = path.join(root, 'artifacts', `hotreload-lsp-${process.env.npm_package_version ?? '0.1.0'}.vsix`);

/** What V8 compiles for speed is thrown away before it has paid for itself: a window lives for a minute. */
const shortLived = ['--js-flags=--no-opt --no-maglev'];

/** Without a graphics card each picture of what turns and fades is drawn by the processor. */
const still = `document.addEventListener('DOMContentLoaded', () => {
  const style = document.createElement('style');
  style.textContent = '*, *::before, *::after { animation: none !important; transition: none !important; }';
  document.head.append(style);
});`;

/** Not worth a stack: the test that has failed has one. */
class NothingToGoOnFrom extends Error {
  constructor(failed: string | undefined) {
    super(`There is nothing to go on from: "${failed ?? 'the start'}" has failed.`);
    this.stack = this.message;
  }
}

/**
 * One window of a fresh VS Code with the packaged extension. Its tests follow each other as a user's actions do: when one
 * fails, there is nothing to go on from, and those after it fail at once.
 */
export class Scene {
  readonly workspace: Workspace;
  readonly processes: Processes;
  #settings: Record<string, unknown> = {};
  #server: CodeServer | undefined;
  #browser: Browser | undefined;
  #workbench: Workbench | undefined;
  #broken: string | undefined;

  constructor(private readonly setting: Setting = {}) {
    this.workspace = new Workspace(setting.folder ?? 'greetings');
    this.processes = new Processes(`HOTRELOAD_SCENE=${this.workspace.folder}`);
    after(() => this.#close());
  }

  /** Opens the window before the first test, when the workspace is ready. */
  prepared(prepare: () => Promise<void> | void): this {
    before(async () => {
      await prepare();
      await this.#guarded('start', () => this.#open());
    });
    return this;
  }

  /** What the user does and sees. */
  test(name: string, play: (workbench: Workbench) => Promise<void>): void {
    void test(name, async () => {
      if (this.#broken !== undefined || !this.#workbench) {
        throw new NothingToGoOnFrom(this.#broken);
      }

      await this.#guarded(name, play, this.#workbench);
    });
  }

  /** Changes the workspace's settings, in the file that the settings editor writes, too. */
  set(changes: Record<string, unknown>): void {
    this.#settings = { ...this.#settings, ...changes };
    this.workspace.write('.vscode/settings.json', JSON.stringify(this.#settings));
  }

  async #open(): Promise<void> {
    const options = this.setting.trust === 'asked' ? [] : ['--disable-workspace-trust'];
    this.#server = await CodeServer.start({
      ...{ root, vsix, options },
      settings: { ...settings, ...this.setting.settings },
      env: { HOTRELOAD_SCENE: this.workspace.folder },
    });
    this.#browser = await launchBrowser(root, this.setting.timed ? [] : shortLived);
    const context = await this.#browser.newContext({ viewport: this.setting.window ?? { width: 1280, height: 800 } });
    if (!this.setting.timed) {
      await context.addInitScript(still);
    }

    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const address = this.#server.addressOf(this.workspace.path(this.setting.open ?? ''));
    this.#workbench = await Workbench.open(await context.newPage(), address);
  }

  async #guarded<A extends unknown[]>(name: string, act: (...args: A) => Promise<void>, ...args: A): Promise<void> {
    try {
      await act(...args);
    } catch (error) {
      this.#broken = name;
      const evidence = await keepEvidence(name, this.#server, this.#browser);
      throw new Error(evidence, { cause: error });
    }
  }

  async #close(): Promise<void> {
    await this.#browser?.close();
    await this.#server?.stop();
    const orphans = await this.processes.orphans();
    this.workspace.delete();
    assert.deepEqual(orphans, [], 'These processes have outlived VS Code.');
  }
}
