/** A tool with its own copy of the program, which runs. */
export interface Side {
  readonly name: 'ours' | 'watch';
  readonly url: string;
  /** Saves a file with a changed text. Returns when that is done, not when it has any effect. */
  save(file: string, change: (text: string) => string): void;
  /** Completes when a page is connected to the tool, so that it is told of changes. */
  connected(page: import('playwright-core').Page, open: () => Promise<unknown>): Promise<void>;
}
