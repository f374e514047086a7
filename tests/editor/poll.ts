import { setTimeout as pause } from 'node:timers/promises';
import { hangGuard } from './guard';

/** Who asks takes time from who is asked. In milliseconds. */
const interval = 50;

/**
 * Asks until there is an answer. For what tells nobody of its change: a program's answers, processes, the clipboard.
 * @param what Named when there is none in time.
 */
export async function until<T>(what: () => string, ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + hangGuard;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }

    if (Date.now() > deadline) {
      throw new Error(`Not within ${hangGuard} ms: ${what()}`);
    }

    await pause(interval);
  }
}
