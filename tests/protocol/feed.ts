import { hangGuard, within } from './guard';

/** What the server has sent of one kind, in order, and a way to await the next that fits. */
export class Feed<T> {
  readonly all: T[] = [];
  readonly #name: string;
  #taken = 0;
  #look: () => void = () => undefined;
  #end: Error | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  push(item: T): void {
    this.all.push(item);
    this.#look();
  }

  /** Nothing more will come: whoever waits fails at once. */
  end(reason: Error): void {
    this.#end = reason;
    this.#look();
  }

  /** Takes what has come and what comes, up to the first that fits; the next call goes on behind it. */
  async next(fits: (item: T) => boolean = () => true): Promise<T> {
    const from = this.#taken;
    const found = new Promise<T>((resolve, reject) => {
      this.#look = () => {
        this.#take(fits, resolve, reject);
      };
      this.#look();
    });
    return within(found, hangGuard, () => {
      return `a fitting ${this.#name}; there came ${JSON.stringify(this.all.slice(from), undefined, 1)}`;
    });
  }

  /** Passes over all that has come so far. */
  skip(): void {
    this.#taken = this.all.length;
  }

  #take(fits: (item: T) => boolean, resolve: (item: T) => void, reject: (reason: Error) => void): void {
    while (this.#taken < this.all.length) {
      const item = this.all[this.#taken++] as T;
      if (fits(item)) {
        this.#look = () => undefined;
        resolve(item);
        return;
      }
    }

    if (this.#end) {
      reject(new Error(`No fitting ${this.#name} will come any more: ${this.#end.message}`));
    }
  }
}
