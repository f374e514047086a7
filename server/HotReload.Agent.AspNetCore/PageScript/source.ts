import type { Identity } from './identity';

/** What the page has come to when it fetched itself. */
export type Fetched =
  | { readonly kind: 'page'; readonly page: Document }
  | { readonly kind: 'error'; readonly status: number; readonly title: string }
  /** It is no page of this address any more: the browser must go there itself. */
  | { readonly kind: 'elsewhere' };

/** The page as the program wrote it, when it was loaded or fetched last. */
export class Source {
  readonly #identity: Identity;
  #last: Document | undefined;

  constructor(identity: Identity) {
    this.#identity = identity;
  }

  /** What the page was written as; where that is not known any more, as it stands. */
  get last(): Document {
    return this.#last ?? parse(document.documentElement.outerHTML);
  }

  /** Asks what was written for this page when it was loaded: what scripts have done to it since is none of that. */
  async load(): Promise<void> {
    const { root, page, token } = this.#identity;
    if (this.#last) {
      return;
    }

    try {
      const answer = await fetch(new URL(`_hotreload/source?page=${page}`, root), { headers: { 'X-HotReload-Token': token } });
      if (answer.status === 200) {
        const text = new TextDecoder(document.characterSet).decode(await answer.arrayBuffer());
        this.#last ??= parse(text);
      }
    } catch {
      // The program has ended in this moment; the page as it stands must do.
    }
  }

  /** The page anew, by the browser's own way: with its cookies, through its proxies. */
  async fetch(): Promise<Fetched> {
    const address = location.href.replace(/#.*$/, '');
    const headers = { Accept: 'text/html', 'X-HotReload-Page': this.#identity.page };
    const answer = await fetch(address, { headers, cache: 'no-store', credentials: 'same-origin' });
    const type = answer.headers.get('Content-Type') ?? '';
    const text = new TextDecoder(charsetOf(type)).decode(await answer.arrayBuffer());
    if (!answer.ok) {
      return { kind: 'error', status: answer.status, title: type.includes('html') ? parse(text).title : text.slice(0, 500) };
    }

    return answer.redirected || !type.includes('text/html') ? { kind: 'elsewhere' } : { kind: 'page', page: parse(text) };
  }

  /** It is another page now. */
  forget(): void {
    this.#last = undefined;
  }

  /** The page has become this. */
  accept(page: Document): void {
    this.#last = page;
  }
}

function charsetOf(type: string): string {
  return /charset="?([^";]+)/i.exec(type)?.[1] ?? document.characterSet;
}

function parse(text: string): Document {
  const page = new DOMParser().parseFromString(text, 'text/html');
  for (const script of page.querySelectorAll('script[data-hotreload]')) {
    script.remove();
  }

  // New in each answer, and nothing to anyone but the browser.
  for (const element of page.querySelectorAll('[nonce]')) {
    element.removeAttribute('nonce');
  }

  return page;
}

/** The scripts of a page: where they differ, the page must be loaded. */
export function scriptsOf(page: Document): string {
  return [...page.scripts].map((script) => script.outerHTML).join('\n');
}
