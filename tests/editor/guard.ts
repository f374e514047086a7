/** Longer than anything may take on a slow machine: who waits longer, hangs. In milliseconds. */
export const hangGuard = 180_000;
