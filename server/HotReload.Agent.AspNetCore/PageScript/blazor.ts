// What Blazor's own script does in a page: it renders parts of it over a connection, and merges others into it as they come.

/** How long it may take to fetch the page and to merge it. Where its router runs in the connection it does not do that at all. In milliseconds. */
const mergeLimit = 5000;

interface Blazor {
  navigateTo(address: string, options: { forceLoad: boolean; replaceHistoryEntry: boolean }): void;
  addEventListener(name: 'enhancedload', listener: () => void): void;
  removeEventListener(name: 'enhancedload', listener: () => void): void;
}

/** Whether parts of a page are rendered over a connection, which ends with the program. */
export function isInteractive(page: Document): boolean {
  return /<!--Blazor:\{[^>]*"type":"(server|webassembly|auto)"/.test(page.documentElement.outerHTML);
}

/** Whether a page is not as the program wrote it once Blazor's script has run. */
export function isMerged(page: Document): boolean {
  return isInteractive(page) || page.querySelector('blazor-ssr') !== null;
}

/** A page without those parts, and without what is new in each answer. */
export function withoutParts(page: Document): Element {
  const root = page.documentElement.cloneNode(true) as Element;
  const comments = document.createNodeIterator(root, NodeFilter.SHOW_COMMENT);
  for (let node = comments.nextNode(); node; node = comments.nextNode()) {
    const text = node.nodeValue ?? '';
    const id = /^Blazor:.*"type":.*"prerenderId":"([^"]+)"/.exec(text)?.[1];
    while (id !== undefined && node.nextSibling && !isEnd(node.nextSibling, id)) {
      node.nextSibling.remove();
    }

    if (text.startsWith('Blazor')) {
      node.nodeValue = 'Blazor';
    }
  }

  for (const field of root.querySelectorAll('input[name="__RequestVerificationToken"]')) {
    field.remove();
  }

  return root;
}

/** Has Blazor fetch the page and merge it into what is shown: its parts keep their state. False where it does not. */
export async function mergePage(): Promise<boolean> {
  const blazor = (globalThis as { Blazor?: Partial<Blazor> }).Blazor;
  if (!isBlazor(blazor)) {
    return false;
  }

  return await new Promise<boolean>((resolve) => {
    const end = (isMerged: boolean): void => {
      clearTimeout(timer);
      blazor.removeEventListener('enhancedload', loaded);
      resolve(isMerged);
    };
    const loaded = (): void => {
      end(true);
    };
    const timer = setTimeout(end, mergeLimit, false);
    blazor.addEventListener('enhancedload', loaded);
    blazor.navigateTo(location.href, { forceLoad: false, replaceHistoryEntry: true });
  });
}

function isBlazor(value: Partial<Blazor> | undefined): value is Blazor {
  return value?.navigateTo !== undefined && value.addEventListener !== undefined && value.removeEventListener !== undefined;
}

function isEnd(node: ChildNode, id: string): boolean {
  return node.nodeType === Node.COMMENT_NODE && (node.nodeValue ?? '').includes(id);
}
