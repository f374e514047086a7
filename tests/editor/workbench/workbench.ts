import type { Page } from 'playwright-core';
import { hangGuard } from '../guard';
import { Clipboard } from './clipboard';
import { DebugTools } from './debugTools';
import { LanguageStatus } from './languageStatus';
import { Marks } from './marks';
import { Notifications } from './notifications';
import { Palette } from './palette';
import { takePicture } from './pictures';
import { Problems } from './problems';
import { Sessions } from './sessions';
import { StatusItem } from './statusItem';
import { Terminal } from './terminal';
import { TextEditor } from './textEditor';

/** A window of VS Code, and what its user does in it. */
export class Workbench {
  readonly palette: Palette;
  readonly editor: TextEditor;
  readonly status: StatusItem;
  readonly notifications: Notifications;
  readonly problems: Problems;
  readonly sessions: Sessions;
  readonly terminal: Terminal;
  readonly debug: DebugTools;
  readonly marks: Marks;
  readonly language: LanguageStatus;
  readonly clipboard: Clipboard;

  private constructor(readonly page: Page) {
    this.palette = new Palette(page);
    this.editor = new TextEditor(page, this.palette);
    this.status = new StatusItem(page, 'status');
    this.notifications = new Notifications(page);
    this.problems = new Problems(page, this.palette);
    this.sessions = new Sessions(page, this.palette);
    this.terminal = new Terminal(page);
    this.debug = new DebugTools(page);
    this.marks = new Marks(page);
    this.language = new LanguageStatus(page);
    this.clipboard = new Clipboard(page);
  }

  /** Opens an address, and waits until the window and the extension can be used. */
  static async open(page: Page, address: string): Promise<Workbench> {
    page.setDefaultTimeout(hangGuard);
    await page.goto(address);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await page.locator('.statusbar-item[id^="hotreload.hotreload-lsp."]').waitFor();
    return new Workbench(page);
  }

  /** Takes a picture for the documents, where pictures were asked for. */
  async picture(name: string): Promise<void> {
    await takePicture(this.page, name);
  }
}
