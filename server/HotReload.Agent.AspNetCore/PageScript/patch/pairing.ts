// Which node of one list has become which of another.

/** Above this product of lengths, only what is at the start and at the end is compared exactly. */
const mostComparisons = 250_000;

/** Pairs the nodes of two versions of a list; the result leads from the newer to the older. Equal nodes find each other first. */
export function pair(before: readonly Node[], after: readonly Node[]): Map<Node, Node> {
  const [older, newer] = [before.map(keyOf), after.map(keyOf)];
  const pairs = new Map<Node, Node>();
  let start = 0;
  while (start < older.length && start < newer.length && older[start] === newer[start]) {
    start++;
  }

  let [oldEnd, newEnd] = [older.length, newer.length];
  while (oldEnd > start && newEnd > start && older[oldEnd - 1] === newer[newEnd - 1]) {
    oldEnd--;
    newEnd--;
  }

  const anchors = [...longestCommon(older, newer, start, oldEnd, newEnd), [oldEnd, newEnd] as const];
  for (let i = 0; i < start; i++) {
    pairs.set(at(after, i), at(before, i));
  }

  let [from, to] = [start, start];
  for (const [i, j] of anchors) {
    pairKin(before.slice(from, i), after.slice(to, j), pairs);
    if (i < oldEnd && j < newEnd) {
      pairs.set(at(after, j), at(before, i));
    }

    [from, to] = [i + 1, j + 1];
  }

  for (let i = oldEnd, j = newEnd; i < older.length; i++, j++) {
    pairs.set(at(after, j), at(before, i));
  }

  pairById(before, after, pairs);
  return pairs;
}

function at(list: readonly Node[], index: number): Node {
  const node = list[index];
  if (!node) {
    throw new RangeError(`There is no node ${index} of ${list.length}.`);
  }

  return node;
}

/** What two nodes have in common that are the same through and through. */
export function keyOf(node: Node): string {
  return node instanceof Element ? node.outerHTML : `${node.nodeType} ${node.nodeValue ?? ''}`;
}

/** Whether one node can have become the other: then it is changed, and not replaced. */
function areKin(before: Node, after: Node): boolean {
  if (before.nodeType !== after.nodeType || before.nodeName !== after.nodeName) {
    return false;
  }

  return !isElement(before) || !isElement(after) || (before.id === after.id && before.getAttribute('name') === after.getAttribute('name'));
}

function pairKin(before: readonly Node[], after: readonly Node[], pairs: Map<Node, Node>): void {
  let next = 0;
  for (const node of after) {
    const found = before.findIndex((candidate, index) => index >= next && areKin(candidate, node));
    if (found >= 0) {
      pairs.set(node, at(before, found));
      next = found + 1;
    }
  }
}

/** What has moved within its list is known by its id. */
function pairById(before: readonly Node[], after: readonly Node[], pairs: Map<Node, Node>): void {
  const taken = new Set(pairs.values());
  const free = new Map(before.filter((node) => !taken.has(node)).filter(isElement).filter((node) => node.id !== '').map((node) => [node.id, node]));
  for (const node of after) {
    const former = isElement(node) && !pairs.has(node) ? free.get(node.id) : undefined;
    if (former?.nodeName === node.nodeName) {
      pairs.set(node, former);
      free.delete(former.id);
    }
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

/** The places of a longest common subsequence. */
function longestCommon(older: string[], newer: string[], start: number, oldEnd: number, newEnd: number): [number, number][] {
  const [rows, columns] = [oldEnd - start, newEnd - start];
  if (rows === 0 || columns === 0 || rows * columns > mostComparisons) {
    return [];
  }

  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const length = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      lengths[i * width + j] =
        older[start + i] === newer[start + j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }

  const places: [number, number][] = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (older[start + i] === newer[start + j]) {
      places.push([start + i++, start + j++]);
    } else if (length(i + 1, j) >= length(i, j + 1)) {
      i++;
    } else {
      j++;
    }
  }

  return places;
}
