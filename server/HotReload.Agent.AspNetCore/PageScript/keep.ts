// What the user has done to a page, carried over a full load of it.

const keyOf = (): string => `hotreload:${location.pathname}${location.search}`;

interface Field {
  readonly at: string;
  readonly value?: string;
  readonly checked?: boolean;
  readonly selected?: readonly number[];
}

export interface Kept {
  readonly fields: readonly Field[];
  readonly scroll: readonly (readonly [string, number, number])[];
  readonly open: readonly (readonly [string, boolean])[];
  readonly focus: string | null;
  readonly selection: readonly [number, number] | null;
}

/** Loads the page again, and has the next one take over what the user has entered, where he is in it, and what he has opened. */
export function reload(): void {
  try {
    sessionStorage.setItem(keyOf(), JSON.stringify(collect()));
  } catch {
    // No room, or storage is forbidden here: the page is loaded without.
  }

  location.reload();
}

/** Puts back what was kept, once. */
export function restore(): void {
  const text = sessionStorage.getItem(keyOf());
  sessionStorage.removeItem(keyOf());
  if (text !== null) {
    putBack(JSON.parse(text) as Kept);
  }
}

/** What the user has done. */
export function collect(): Kept {
  const all = [...document.querySelectorAll<HTMLElement>('*')];
  const active = document.activeElement instanceof HTMLElement && document.activeElement !== document.body ? document.activeElement : null;
  const scrolled = all.filter((element) => element.scrollTop !== 0 || element.scrollLeft !== 0);
  return {
    fields: all.flatMap(fieldOf),
    scroll: scrolled.map((element) => [pathTo(element), element.scrollLeft, element.scrollTop]),
    open: all.filter((element) => element instanceof HTMLDetailsElement).map((element) => [pathTo(element), element.open]),
    focus: active ? pathTo(active) : null,
    selection: active ? selectionIn(active) : null,
  };
}

/** Only what differs from what the program wrote. Passwords and files are not kept. */
function fieldOf(element: HTMLElement): Field[] {
  if (element instanceof HTMLSelectElement) {
    const selected = [...element.selectedOptions].map((option) => option.index);
    return [{ at: pathTo(element), selected }];
  }

  if (element instanceof HTMLTextAreaElement) {
    return element.value === element.defaultValue ? [] : [{ at: pathTo(element), value: element.value }];
  }

  if (!(element instanceof HTMLInputElement) || ['password', 'file', 'hidden'].includes(element.type)) {
    return [];
  }

  return element.value === element.defaultValue && element.checked === element.defaultChecked
    ? []
    : [{ at: pathTo(element), value: element.value, checked: element.checked }];
}

/** Does it again, wherever there still is a place for it. */
export function putBack(kept: Kept): void {
  for (const { at, value, checked, selected } of kept.fields) {
    const field = document.querySelector(at);
    if (field instanceof HTMLSelectElement) {
      for (const option of field.options) {
        option.selected = selected?.includes(option.index) ?? false;
      }
    } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      field.value = value ?? '';
      if (field instanceof HTMLInputElement) {
        field.checked = checked ?? false;
      }
    }
  }

  for (const [at, open] of kept.open) {
    const details = document.querySelector(at);
    if (details instanceof HTMLDetailsElement) {
      details.open = open;
    }
  }

  const focused = kept.focus === null ? null : document.querySelector<HTMLElement>(kept.focus);
  focused?.focus({ preventScroll: true });
  if (kept.selection && (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement)) {
    focused.setSelectionRange(...kept.selection);
  }

  scrollBack(kept);
}

/** Pictures that are still on their way make a page shorter than it was. */
function scrollBack(kept: Kept): void {
  const go = (): void => {
    for (const [at, left, top] of kept.scroll) {
      document.querySelector(at)?.scrollTo({ left, top, behavior: 'instant' });
    }
  };
  go();
  if (document.readyState !== 'complete') {
    addEventListener('load', go, { once: true });
  }
}

export function selectionIn(element: Element): [number, number] | null {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) || element.selectionStart === null) {
    return null;
  }

  return [element.selectionStart, element.selectionEnd ?? element.selectionStart];
}

/** A selector: from the nearest id, or from the root. */
function pathTo(element: Element): string {
  if (element.id !== '') {
    return `[id=${JSON.stringify(element.id)}]`;
  }

  const parent = element.parentElement;
  if (!parent) {
    return ':root';
  }

  const same = [...parent.children].filter((child) => child.localName === element.localName);
  return `${pathTo(parent)} > ${CSS.escape(element.localName)}:nth-of-type(${same.indexOf(element) + 1})`;
}
