import type { Kind, Pause } from './edits';
import type { Side } from './side';

/** Milliseconds of each edit, and how many were never shown. */
export type Times = ({ kind: Kind; pause: Pause; lost: Record<Side['name'], number> } & Record<
  Side['name'],
  number[]
>)[];

/** How much of the other's time ours may take. */
const target = 1 / 3;

const names = {
  css: 'style sheet (`site.css`)',
  markup: 'view (`Index.cshtml`)',
  component: 'component (`Reading.razor`)',
  browser: 'component that runs in the browser, WebAssembly (`Counter.razor`)',
};

/** A table in Markdown. */
export function report(times: Times): string {
  const rows = times.map(({ kind, pause, ours, watch, lost }) => {
    const ratio = median(ours) / median(watch);
    return `| ${names[kind]}, saved ${pause} | ${figures(ours)}${told(lost.ours)} | ${figures(watch)}${told(lost.watch)} | ${ratio.toFixed(2)}${ratio <= target ? '' : ' (over the target)'} |`;
  });
  return ['', '| save to painted change | this server | `dotnet watch` | ratio |', '|---|--:|--:|--:|', ...rows].join(
    '\n',
  );
}

function figures(times: readonly number[]): string {
  return `${median(times).toFixed(0)} ms (${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)}, n = ${times.length})`;
}

function told(lost: number): string {
  return lost === 0 ? '' : `, ${String(lost)} never shown`;
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
