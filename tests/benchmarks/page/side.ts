/** A tool with its own copy of the program, which runs. */
export interface Side {
  readonly name: 'ours' | 'watch';
  readonly url: string;
  /** Changes a file's text in the editor only. */
  type(file: string, change: (text: string) => string): void;
  /** Saves what was typed. Returns when that is done, not when it has any effect. */
  save(file: string): void;
  /** Completes when a page is connected to the tool, so that it is told of changes. */
  connected(page: import('playwright-core').Page, open: () => Promise<unknown>): Promise<void>;
}
