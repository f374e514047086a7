import { until } from './poll';

/** The program as the rest of the world sees it. */
export class Site {
  constructor(readonly url: string) {}

  async get(path = '/'): Promise<string> {
    const response = await fetch(this.url + path);
    return await response.text();
  }

  async post(path: string): Promise<void> {
    await fetch(this.url + path, { method: 'POST' });
  }

  /** Asks until the answer begins like this; the whole answer. */
  async says(start: string, path = '/'): Promise<string> {
    let last = 'nothing';
    const ask = async (): Promise<string | undefined> => {
      last = await this.get(path).catch(() => 'nothing');
      return last.startsWith(start) ? last : undefined;
    };
    return await until(() => `${this.url}${path} says "${start}"; it says "${last}".`, ask);
  }

  /** Asks until another process than the one of that life begins its answer like this; the life of the other one. */
  async saysAnew(start: string, life: string): Promise<string> {
    const ask = async (): Promise<string | undefined> => {
      const answer = await this.says(start);
      return lifeOf(answer) === life ? undefined : lifeOf(answer);
    };
    return await until(() => `${this.url} says "${start}" in another process`, ask);
  }

  /** Asks until the answer is another one; that answer. */
  async saysOtherThan(path: string, before: string): Promise<string> {
    const ask = async (): Promise<string | undefined> => {
      const now = await this.get(path).catch(() => before);
      return now === before ? undefined : now;
    };
    return await until(() => `${this.url}${path} says something else than "${before}".`, ask);
  }

  /** When the program first answered otherwise than this, as it has noticed itself. In milliseconds of the system's clock. */
  async changed(from: string): Promise<number> {
    return Number(await this.get(`/changed?from=${encodeURIComponent(from)}`));
  }

  /** Waits until nobody listens there any more. */
  async isGone(): Promise<void> {
    const ask = (): Promise<boolean | undefined> =>
      this.get().then(
        () => undefined,
        () => true,
      );
    await until(() => `nobody listens at ${this.url} any more.`, ask);
  }
}

/** What tells one process of a program from the next. */
export function lifeOf(answer: string): string {
  return /\[(\w+)\]/.exec(answer)?.[1] ?? '';
}
