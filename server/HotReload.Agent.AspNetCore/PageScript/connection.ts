import type { Identity } from './identity';
import type { Incoming, Outgoing } from './messages';

const firstDelay = 100;
const longestDelay = 5000;

/** A connection that breaks sooner, in milliseconds, was none to build on; so many in a row, and the page waits the longest time. */
const steady = 2000;
const mostBrief = 3;

export interface Listener {
  /** What the program has said, in its order. */
  receive(message: Incoming): void;
  /** There is no connection, whether for a moment or for good. */
  lost(): void;
  /** The program runs, and does not know this page's token. */
  refused(): void;
  /** What answers now is not under hot reload. */
  ended(): void;
  hello(): Outgoing;
}

/** The connection to the program: comes back by itself, more and more patiently, for as long as the page is open. */
export class Connection {
  readonly #identity: Identity;
  readonly #listener: Listener;
  #socket: WebSocket | undefined;
  #delay = firstDelay;
  #brief = 0;
  #timer: number | undefined;
  #isLeaving = false;

  constructor(identity: Identity, listener: Listener) {
    this.#identity = identity;
    this.#listener = listener;
    for (const event of ['online', 'pageshow'] as const) {
      addEventListener(event, () => {
        this.#isLeaving = false;
        this.#hurry();
      });
    }

    document.addEventListener('visibilitychange', () => {
      this.#hurry();
    });
    addEventListener('pagehide', () => {
      this.#isLeaving = true;
      this.#socket?.close();
    });
    this.#open();
  }

  get isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  send(message: Outgoing): void {
    if (this.isOpen) {
      this.#socket?.send(JSON.stringify(message));
    }
  }

  /** It is another page now, and says so. */
  renew(): void {
    const former = this.#socket;
    this.#open();
    former?.close();
  }

  /** Ends it for good. */
  end(): void {
    this.#isLeaving = true;
    this.#socket?.close();
  }

  #open(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { root, token } = this.#identity;
    const address = new URL('_hotreload/ws', root);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address, ['hotreload', token]);
    this.#socket = socket;
    let opened: number | undefined;
    socket.addEventListener('open', () => {
      opened = performance.now();
      this.send(this.#listener.hello());
    });
    socket.addEventListener('message', (event: MessageEvent<string>) => {
      this.#listener.receive(JSON.parse(event.data) as Incoming);
    });
    socket.addEventListener('close', () => {
      if (socket !== this.#socket) {
        return;
      }

      if (opened !== undefined) {
        this.#brief = performance.now() - opened < steady ? this.#brief + 1 : 0;
        this.#delay = this.#brief < mostBrief ? firstDelay : longestDelay;
      }

      if (!this.#isLeaving) {
        this.#listener.lost();
        void this.#comeBack(opened !== undefined);
      }
    });
  }

  async #comeBack(wasOpen: boolean): Promise<void> {
    const answer = wasOpen ? 'down' : await this.#ask();
    if (answer === 'refused') {
      this.#listener.refused();
    } else if (answer === 'foreign') {
      this.#listener.ended();
    } else {
      this.#timer = setTimeout(() => {
        this.#open();
      }, this.#delay);
      this.#delay = Math.min(this.#delay * 2, longestDelay);
    }
  }

  /** A socket that was not opened does not say why. */
  async #ask(): Promise<'down' | 'refused' | 'foreign'> {
    try {
      const { root, page, token } = this.#identity;
      const answer = await fetch(new URL(`_hotreload/source?page=${page}`, root), { headers: { 'X-HotReload-Token': token } });
      return answer.status === 403 ? 'refused' : answer.status === 404 ? 'foreign' : 'down';
    } catch {
      return 'down'; // Nobody listens.
    }
  }

  #hurry(): void {
    if (this.#timer !== undefined && document.visibilityState === 'visible') {
      this.#delay = firstDelay;
      this.#open();
    }
  }
}
