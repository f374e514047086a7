/** Longer than anything may take on a slow machine: who waits longer, hangs. In milliseconds. */
export const hangGuard = 180_000;

/** The promise, or a failure when it takes longer than it may. */
export async function within<T>(promise: Promise<T>, milliseconds: number, what: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`Not within ${milliseconds} ms: ${what()}`));
    }, milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
