import type { Report, Setup, State } from './messages';
import { Indicator } from './ui/indicator';
import { Overlay } from './ui/overlay';
import { Shell } from './ui/shell';
import { Statistics } from './ui/statistics';
import { Toasts } from './ui/toasts';

/** All that the page shows of hot reload. */
export class Presence {
  readonly #shell = new Shell();
  readonly #toasts = new Toasts(this.#shell);
  readonly #statistics = new Statistics(this.#shell);
  readonly #indicator: Indicator;
  readonly #overlay: Overlay;
  #showsErrors = true;
  #state: State = { state: 'ready', message: '', problems: [] };
  #failure = '';

  constructor(open: (file: string, line: number, character: number) => void) {
    this.#indicator = new Indicator(this.#shell, () => {
      this.#statistics.toggle();
    });
    this.#overlay = new Overlay(this.#shell, (problem) => {
      open(problem.file, problem.line, problem.character);
    });
    addEventListener('keydown', (event) => {
      this.#press(event);
    });
  }

  /** Whether a node of the page is ours. */
  readonly owns = (node: Node): boolean => node === this.#shell.host;

  setUp(setup: Setup): void {
    this.#indicator.isVisible = setup.indicator;
    this.#showsErrors = setup.overlay;
    this.#render();
  }

  show(state: State): void {
    if (state.state === 'restarting' && this.#state.state !== 'restarting') {
      this.#toasts.show('The program is being restarted.');
    }

    this.#state = state;
    this.#render();
  }

  /** There is no connection. */
  wait(): void {
    this.#indicator.show('waiting', this.#state.state === 'restarting' ? 'restarting' : 'waiting for the program');
  }

  /** Whatever has changed the page: it is shown. */
  attach(): void {
    this.#shell.attach();
  }

  /** There is one again. */
  back(isRestarted: boolean): void {
    this.attach();
    if (isRestarted) {
      this.#statistics.restarted();
      this.#toasts.show('The program was restarted; its state is new.');
    }

    this.#render();
  }

  end(): void {
    this.#indicator.show('ended', 'not under hot reload any more');
  }

  report(report: Report): void {
    this.attach();
    this.#statistics.add(report);
    this.#indicator.tell(`${report.action} · ${report.ms.toFixed(0)} ms`);
    if (report.action === 'told') {
      this.#toasts.show(report.message);
    }

    this.#fail(report.action === 'failed' ? report.message : '');
  }

  #fail(message: string): void {
    this.#failure = message;
    this.#render();
  }

  #render(): void {
    const { state, problems } = this.#state;
    const [light, text] =
      problems.length > 0 ? (['held', `${problems.length} ${problems.length === 1 ? 'error' : 'errors'}`] as const)
      : this.#failure !== '' ? (['held', 'error'] as const)
      : state === 'restartRequired' ? (['restart', 'restart needed'] as const)
      : state === 'restarting' ? (['waiting', 'restarting'] as const)
      : (['live', ''] as const);
    this.#indicator.show(light, text);
    if (problems.length > 0) {
      this.#overlay.show('The change is held back by errors', this.#showsErrors ? problems : []);
    } else {
      const failure = { code: '', message: this.#failure, file: '', line: 0, character: 0 };
      this.#overlay.show('The page could not be made anew', this.#failure !== '' && this.#showsErrors ? [failure] : []);
    }
  }

  #press(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.#overlay.isOpen) {
      this.#overlay.close();
      event.preventDefault();
    } else if (event.key === 'Escape') {
      this.#statistics.close();
    } else if (event.ctrlKey && event.shiftKey && event.code === 'KeyH') {
      this.#statistics.toggle();
      event.preventDefault();
    } else if (event.ctrlKey && event.shiftKey && event.code === 'KeyT') {
      this.#toasts.toggle();
      event.preventDefault();
    }
  }
}
