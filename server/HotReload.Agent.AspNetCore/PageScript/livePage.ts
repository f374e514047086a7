import { Connection, type Listener } from './connection';
import { watchArrivals } from './arrival';
import { runsCode, watchCode } from './browserCode';
import type { Identity } from './identity';
import { reload } from './keep';
import type { Asset, CodeChange, Incoming, Outgoing, Report, State, Welcome } from './messages';
import { Source } from './source';
import { Updates } from './updates';
import { Presence } from './presence';

/** How many changes are kept for code that does not run yet: most pages have none. */
const mostEarly = 20;

/** One page under hot reload: hears what the program says, does it, and tells what came of it. */
export class LivePage implements Listener {
  readonly #identity: Identity;
  readonly #presence: Presence;
  readonly #updates: Updates;
  readonly #connection: Connection;
  readonly #source: Source;
  #path = pathNow();
  #run = '';
  #seen = 0;

  /** The newest change that the page's code has, and those that came before it ran. */
  #changed = 0;
  readonly #early: CodeChange[] = [];

  /** What is to be done is done one after the other. */
  #work: Promise<unknown>;

  constructor(identity: Identity) {
    this.#identity = identity;
    this.#source = new Source(identity);
    this.#presence = new Presence((file, line, character) => {
      this.#connection.send({ type: 'open', file, line, character });
    });
    this.#updates = new Updates(identity, this.#source, this.#presence);
    this.#work = this.#source.load();
    this.#connection = new Connection(identity, this);
    watchCode((number) => {
      this.#begin(number);
    });
    watchArrivals((page) => {
      this.#presence.attach();
      if (page) {
        this.#become(page);
      }
    });
  }

  hello(): Outgoing {
    return { type: 'hello', page: this.#identity.page, path: this.#path, run: this.#run, seen: this.#seen };
  }

  receive(message: Incoming): void {
    switch (message.type) {
      case 'welcome':
        this.#welcome(message);
        break;
      case 'setup':
        this.#presence.setUp(message);
        break;
      case 'state':
        this.#show(message);
        break;
      case 'morph':
        this.#seen = message.update;
        this.#queue(() => this.#updates.morph());
        break;
      case 'change':
        this.#seen = message.update;
        this.#takeChanges([message]);
        break;
      case 'assets':
        this.#seen = message.update;
        this.#takeAssets(message.assets, message.update);
        break;
    }
  }

  lost(): void {
    this.#presence.wait();
  }

  refused(): void {
    reload();
  }

  ended(): void {
    this.#presence.end();
  }

  #become({ page, method }: Identity): void {
    this.#identity.page = page;
    this.#identity.method = method;
    this.#source.forget();
    if (this.#path !== pathNow()) {
      this.#path = pathNow();
      this.#connection.renew();
    }
  }

  #welcome(message: Welcome): void {
    const isNew = this.#run === '';
    const isRestarted = !isNew && this.#run !== message.run;
    this.#changed = isRestarted ? 0 : this.#changed;
    this.#run = message.run;
    this.#seen = message.update;
    this.#presence.setUp(message.setup);
    this.#presence.back(isRestarted);
    this.#show(message.state);
    if (isNew) {
      return; // It was rendered a moment ago.
    }

    if (message.unknown) {
      this.#queue(() => this.#updates.renewStyles(message.run));
    }

    this.#takeChanges(message.changes);
    this.#takeAssets(message.assets, message.update);
    if (message.morph) {
      this.#queue(() => this.#updates.morph(isRestarted));
    }
  }

  #show(state: State): void {
    this.#presence.show(state);
  }

  #takeAssets(assets: readonly Asset[], update: number): void {
    for (const asset of assets) {
      this.#queue(() => this.#updates.take(asset, update));
    }
  }

  /** A change may come twice, by itself and with what was missed, and code takes it once. */
  #takeChanges(changes: readonly CodeChange[]): void {
    if (!runsCode()) {
      this.#early.push(...changes);
      this.#early.splice(0, this.#early.length - mostEarly);
      return;
    }

    for (const { number, deltas } of changes.filter((change) => change.number > this.#changed)) {
      this.#changed = number;
      this.#queue(() => Promise.resolve(this.#updates.change(deltas)));
    }
  }

  /** Code runs in the page from now on, with all changes up to one. */
  #begin(number: number): void {
    this.#changed = Math.max(this.#changed, number);
    this.#takeChanges(this.#early.splice(0));
  }

  #queue(work: () => Promise<Report | null>): void {
    const step = async (): Promise<void> => {
      const report = await work();
      if (report) {
        this.#presence.report(report);
        this.#connection.send({ type: 'report', ...report });
      }
    };
    this.#work = this.#work.then(step, step);
  }
}

function pathNow(): string {
  return location.pathname + location.search;
}
