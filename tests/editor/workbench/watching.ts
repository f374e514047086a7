/** As much of a browser as is needed here; the project's own code must not know that there are browsers. */
interface Browser {
  readonly document: { getElementById(id: string): { readonly innerText: string } | null };
  readonly MutationObserver: new (noted: () => void) => { observe(target: object, what: object): void };
  watched?: Record<string, string[]>;
}

/** Runs in the page: notes each text that an item of the status bar shows, also those that nobody waits for. */
export function watchTexts(id: string): void {
  const browser = globalThis as unknown as Browser;
  const texts: string[] = [];
  browser.watched = { ...browser.watched, [id]: texts };
  const note = (): void => {
    const text = browser.document.getElementById(id)?.innerText.trim();
    if (text !== undefined && text !== '' && text !== texts.at(-1)) {
      texts.push(text);
    }
  };
  note();
  const bar = browser.document.getElementById('workbench.parts.statusbar');
  if (bar) {
    new browser.MutationObserver(note).observe(bar, { subtree: true, childList: true, characterData: true });
  }
}

/** Runs in the page: what was noted since. */
export function watchedTexts(id: string): string[] {
  return (globalThis as unknown as Browser).watched?.[id] ?? [];
}
