import { swapLink } from '../assets/styles';

/** Brings one attribute from what the program wrote to what it writes now. What the user has entered meanwhile stays. */
export function changeAttribute(live: Element, name: string, before: string | null, after: string | null): void {
  if (live instanceof HTMLInputElement && name === 'value') {
    changeValue(live, before ?? '', after ?? '', () => {
      set(live, name, after);
    });
  } else if (live instanceof HTMLInputElement && name === 'checked') {
    const isUntouched = live.checked === (before !== null);
    set(live, name, after);
    live.checked = isUntouched ? after !== null : live.checked;
  } else if (live instanceof HTMLOptionElement && name === 'selected') {
    const isUntouched = live.selected === (before !== null);
    set(live, name, after);
    live.selected = isUntouched ? after !== null : live.selected;
  } else if (live instanceof HTMLLinkElement && name === 'href' && live.relList.contains('stylesheet') && after !== null) {
    void swapLink(live, new URL(after, document.baseURI).href);
  } else if (name === 'class') {
    set(live, name, mergeWords(live.getAttribute(name), before, after));
  } else {
    set(live, name, after);
  }
}

/** Changes what a field holds at first; what it holds now follows only where nobody has written in it. */
export function changeValue(field: HTMLInputElement | HTMLTextAreaElement, before: string, after: string, change: () => void): void {
  const held = field.value;
  change();
  if (field.type === 'file') {
    return;
  }

  const wanted = held === before ? after : held;
  if (field.value !== wanted) {
    field.value = wanted;
  }
}

/** Scripts add and take away classes: only those are touched that the program itself has added or taken away. */
function mergeWords(live: string | null, before: string | null, after: string | null): string | null {
  const words = (text: string | null): string[] => (text ?? '').split(/\s+/).filter((word) => word !== '');
  const [now, old, wanted] = [words(live), words(before), words(after)];
  const kept = now.filter((word) => wanted.includes(word) || !old.includes(word));
  const merged = [...kept, ...wanted.filter((word) => !old.includes(word) && !kept.includes(word))];
  return merged.length === 0 && after === null ? null : merged.join(' ');
}

function set(live: Element, name: string, value: string | null): void {
  if (value === null) {
    live.removeAttribute(name);
  } else {
    live.setAttribute(name, value);
  }
}
