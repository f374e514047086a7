import type { Session } from './session';

/** Milliseconds of the session's reloads that changed the program. */
export interface Statistics {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
}

export function statistics(session: Session): Statistics | undefined {
  const totals = session.reloads
    .filter(({ result }) => result.outcome === 'applied')
    .map(({ result }) => result.phases.total)
    .sort((left, right) => left - right);
  return totals.length === 0
    ? undefined
    : { count: totals.length, median: percentile(totals, 50), p95: percentile(totals, 95) };
}

/** The smallest value that is not exceeded by `percent` of the sorted values. */
function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? 0;
}
