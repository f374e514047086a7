import type { Shell } from './shell';

const shownFor = 6000;
const mostKept = 20;

/** Short messages that go by themselves; a shortcut shows the last ones again. */
export class Toasts {
  readonly #list: HTMLElement;
  readonly #shell: Shell;
  readonly #past: string[] = [];

  constructor(shell: Shell) {
    this.#shell = shell;
    this.#list = shell.add('div', 'toasts');
    this.#list.setAttribute('role', 'status');
  }

  show(text: string): void {
    this.#past.push(text);
    this.#past.splice(0, this.#past.length - mostKept);
    this.#add(text);
  }

  /** The last ones once more; a second call takes them away. */
  toggle(): void {
    if (this.#list.childElementCount > 0) {
      this.#list.replaceChildren();
    } else {
      (this.#past.length > 0 ? this.#past.slice(-5) : ['Nothing has been said yet.']).forEach((text) => {
        this.#add(text);
      });
    }
  }

  #add(text: string): void {
    const toast = this.#shell.add('div', 'toast', text, this.#list);
    setTimeout(() => {
      toast.remove();
    }, shownFor);
  }
}
