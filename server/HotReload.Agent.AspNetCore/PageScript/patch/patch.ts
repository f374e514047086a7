// The page in three versions: as the program wrote it, as it writes it now, and as it stands before the user. What differs between
// the first two is done to the third; nothing else is touched.
import { changeAttribute, changeValue } from './attributes';
import { keyOf, pair } from './pairing';

/** On an element: `keep` leaves it and all in it alone, `replace` takes it anew as a whole when anything in it has changed. */
export const boundary = 'data-hotreload';

/** Nodes that are ours. */
export type IsForeign = (node: Node) => boolean;

/** Changes the page and returns how many nodes have changed. */
export function patchPage(live: Element, before: Element, after: Element, isForeign: IsForeign): number {
  const patch = new Patch(isForeign);
  patch.element(live, before, after);
  return patch.changed.size;
}

class Patch {
  readonly changed = new Set<Node>();
  readonly #isForeign: IsForeign;

  constructor(isForeign: IsForeign) {
    this.#isForeign = isForeign;
  }

  element(live: Element, before: Element, after: Element): void {
    if (live.getAttribute(boundary) === 'keep' || after.getAttribute(boundary) === 'keep' || keyOf(before) === keyOf(after)) {
      return;
    }

    if (after.getAttribute(boundary) === 'replace' || after instanceof HTMLTemplateElement || after.localName === 'noscript') {
      this.#replace(live, after);
      return;
    }

    this.#attributes(live, before, after);
    if (live instanceof HTMLTextAreaElement) {
      this.#text(live, before.textContent, after.textContent);
    } else {
      this.#children(live, before, after);
    }
  }

  #attributes(live: Element, before: Element, after: Element): void {
    for (const name of new Set([...before.getAttributeNames(), ...after.getAttributeNames()])) {
      const [old, wanted] = [before.getAttribute(name), after.getAttribute(name)];
      if (old !== wanted) {
        changeAttribute(live, name, old, wanted);
        this.#count(live);
      }
    }
  }

  #text(live: HTMLTextAreaElement, before: string, after: string): void {
    if (before !== after) {
      changeValue(live, before, after, () => {
        live.defaultValue = after;
      });
      this.changed.add(live);
    }
  }

  #children(live: Element, before: Element, after: Element): void {
    const [old, wanted] = [[...before.childNodes], [...after.childNodes]];
    const formerOf = pair(old, wanted);
    const standing = [...live.childNodes].filter((node) => !this.#isForeign(node));
    const liveOf = new Map([...pair(old, standing)].map(([here, former]) => [former, here]));
    this.#remove(old, new Set(formerOf.values()), liveOf);
    const places = new Map<Node, number>(old.map((node, index) => [node, index]));
    let [last, furthest] = [null as Node | null, -1];
    for (const node of wanted) {
      const former = formerOf.get(node);
      const here = former && liveOf.get(former);
      if (former && here) {
        const place = places.get(former) ?? 0;
        if (place < furthest) {
          this.#insert(live, here, last);
        }

        furthest = Math.max(furthest, place);
        last = this.#node(here, former, node);
      } else if (!former || keyOf(former) !== keyOf(node)) {
        // A node that a script has taken away comes back only when the program has changed it.
        last = this.#insert(live, document.importNode(node, true), last);
      }
    }
  }

  /** Returns the node that stands there now. */
  #node(live: Node, before: Node, after: Node): Node {
    if (live instanceof Element) {
      const next = live.nextSibling;
      const parent = live.parentNode;
      this.element(live, before as Element, after as Element);
      return live.parentNode === parent ? live : (next?.previousSibling ?? parent?.lastChild ?? live);
    }

    if (before.nodeValue !== after.nodeValue) {
      live.nodeValue = after.nodeValue;
      this.changed.add(live);
    }

    return live;
  }

  #remove(old: readonly Node[], kept: ReadonlySet<Node>, liveOf: ReadonlyMap<Node, Node>): void {
    for (const node of old) {
      const here = kept.has(node) ? undefined : liveOf.get(node);
      if (here && !(here instanceof Element && here.getAttribute(boundary) === 'keep')) {
        here.parentNode?.removeChild(here);
        this.#count(here);
      }
    }
  }

  #insert(parent: Element, node: Node, last: Node | null): Node {
    parent.insertBefore(node, last ? last.nextSibling : parent.firstChild);
    this.#count(node);
    return node;
  }

  #replace(live: Element, after: Element): void {
    const node = document.importNode(after, true);
    live.replaceWith(node);
    this.changed.add(node);
  }

  /** Space between elements and hidden fields, such as tokens that are new in each answer, are nothing that anyone sees. */
  #count(node: Node): void {
    const isSpace = node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() === '';
    if (!isSpace && !(node instanceof HTMLInputElement && node.type === 'hidden')) {
      this.changed.add(node);
    }
  }
}
