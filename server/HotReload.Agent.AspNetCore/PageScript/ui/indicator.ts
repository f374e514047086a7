import type { Shell } from './shell';

export type Light = 'live' | 'waiting' | 'held' | 'restart' | 'ended';

/** How long the mark says what has just happened. In milliseconds. */
const newsTime = 4000;

/** The mark in the corner: whether the page is live, and what the last update was. */
export class Indicator {
  readonly #button: HTMLButtonElement;
  readonly #text: HTMLElement;
  #timer: number | undefined;
  #standing = '';

  constructor(shell: Shell, clicked: () => void) {
    this.#button = shell.add('button', 'indicator');
    this.#button.type = 'button';
    this.#button.tabIndex = -1;
    shell.add('span', 'dot', '', this.#button);
    this.#text = shell.add('span', 'text', '', this.#button);
    this.#text.setAttribute('role', 'status');
    this.#button.addEventListener('click', clicked);
    this.show('waiting', '');
  }

  set isVisible(visible: boolean) {
    this.#button.hidden = !visible;
    this.#button.style.display = visible ? '' : 'none';
  }

  /** How things stand. */
  show(light: Light, text: string): void {
    this.#button.dataset.state = light;
    this.#button.title = `Hot Reload: ${text || 'live'}`;
    this.#standing = text;
    clearTimeout(this.#timer);
    this.#write(text);
  }

  /** What has just happened. */
  tell(news: string): void {
    this.#write(news);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#write(this.#standing);
    }, newsTime);
  }

  #write(text: string): void {
    this.#text.textContent = text;
  }
}
