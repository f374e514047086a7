import type { Problem } from '../messages';
import type { Shell } from './shell';

/** The errors that keep the text back, over the page; each opens its place in the editor. */
export class Overlay {
  readonly #shell: Shell;
  readonly #open: (problem: Problem) => void;
  #shown: HTMLElement | undefined;
  #closed = '';

  constructor(shell: Shell, open: (problem: Problem) => void) {
    this.#shell = shell;
    this.#open = open;
  }

  get isOpen(): boolean {
    return this.#shown !== undefined;
  }

  /** Shows errors; none takes it away. What the user has closed is not shown to him again. */
  show(title: string, problems: readonly Problem[]): void {
    const content = JSON.stringify([title, problems]);
    this.#shown?.remove();
    this.#shown = undefined;
    if (problems.length === 0) {
      this.#closed = '';
    } else if (content !== this.#closed) {
      this.#build(title, problems, content);
    }
  }

  /** The user has seen enough of it. */
  close(): void {
    this.#closed = this.#shown?.dataset.content ?? this.#closed;
    this.#shown?.remove();
    this.#shown = undefined;
  }

  #build(title: string, problems: readonly Problem[], content: string): void {
    const overlay = this.#shell.add('div', 'overlay');
    overlay.dataset.content = content;
    overlay.addEventListener('click', (event) => {
      if (event.target === overlay) {
        this.close();
      }
    });
    const window = this.#shell.add('div', 'window', '', overlay);
    window.setAttribute('role', 'alertdialog');
    this.#shell.add('h1', 'title', title, window);
    for (const problem of problems) {
      this.#addProblem(problem, window);
    }

    this.#shell.add('p', 'hint', 'The program runs on as it was. Esc closes this; it goes by itself when the error does.', window);
    this.#shown = overlay;
  }

  #addProblem(problem: Problem, window: HTMLElement): void {
    const { code, message, file, line } = problem;
    const entry = this.#shell.add(file ? 'button' : 'div', 'problem', `${code} ${message}`.trim(), window);
    if (file) {
      this.#shell.add('span', 'place', `${file.split(/[\\/]/).pop() ?? file}:${line + 1}`, entry);
      entry.title = file;
      entry.addEventListener('click', () => {
        this.#open(problem);
      });
    }
  }
}
