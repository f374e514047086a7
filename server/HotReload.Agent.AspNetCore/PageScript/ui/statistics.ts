import type { Report } from '../messages';
import type { Shell } from './shell';

/** What has happened in this page, on demand. */
export class Statistics {
  readonly #shell: Shell;
  readonly #reports: Report[] = [];
  #restarts = 0;
  #shown: HTMLElement | undefined;

  constructor(shell: Shell) {
    this.#shell = shell;
  }

  add(report: Report): void {
    this.#reports.push(report);
    this.#render();
  }

  restarted(): void {
    this.#restarts++;
    this.#render();
  }

  toggle(): void {
    if (this.#shown) {
      this.#shown.remove();
      this.#shown = undefined;
    } else {
      this.#shown = this.#shell.add('div', 'statistics');
      this.#render();
    }
  }

  close(): void {
    if (this.#shown) {
      this.toggle();
    }
  }

  #render(): void {
    if (this.#shown) {
      const times = this.#reports.map((report) => report.ms).sort((left, right) => left - right);
      const median = times[Math.floor(times.length / 2)] ?? 0;
      const last = this.#reports.at(-1);
      this.#shown.textContent = [
        `updates   ${this.#reports.length}`,
        `median    ${median.toFixed(0)} ms`,
        `last      ${last ? `${last.action}, ${last.nodes} nodes, ${last.ms.toFixed(0)} ms` : 'none'}`,
        `restarts  ${this.#restarts}`,
      ].join('\n');
    }
  }
}
