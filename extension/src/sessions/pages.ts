import type { PageParams } from '../protocol';

/** More pages of one reload are not kept. */
export const maxPages = 50;

/** Whether a page is not what it should be after a reload. */
export function isProblem({ action }: PageParams): boolean {
  return action === 'told' || action === 'failed';
}

/** What the open pages have made of a reload, in a few words; undefined where none has. */
export function pageLine(pages: readonly PageParams[]): string | undefined {
  const [taken, reloaded, others] = [
    pages.filter(({ action }) => ['morph', 'style', 'image', 'font'].includes(action)),
    pages.filter(({ action }) => action === 'reload'),
    pages.filter(isProblem),
  ];
  const parts = [
    ...(taken.length === 0 ? [] : [`${count(taken.length, 'page')} updated, ${figures(taken)}`]),
    ...(reloaded.length === 0 ? [] : [`${count(reloaded.length, 'page')} loaded again`]),
    ...(others.length === 0 ? [] : [`${count(others.length, 'page')} not updated`]),
  ];
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** Nodes in all, and how long the slowest page took. */
function figures(pages: readonly PageParams[]): string {
  const nodes = pages.reduce((sum, page) => sum + page.nodes, 0);
  const slowest = Math.max(...pages.map(({ milliseconds }) => milliseconds));
  return `${count(nodes, 'node')}, ${slowest.toFixed(0)} ms`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
