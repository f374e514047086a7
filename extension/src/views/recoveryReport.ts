import type { RecoveryEntry } from '../protocol';
import { escape } from '../status/tooltip';
import { faultOf, outcomeOf } from './recoveryNodes';

/** All that hot reload has tried by itself, as Markdown, the newest first. */
export function recoveryReport(entries: readonly RecoveryEntry[], nameOf: (session: string) => string): string {
  if (entries.length === 0) {
    return '# Recoveries\n\nNothing had to be mended since the server was started.';
  }

  const rows = [...entries]
    .reverse()
    .map((entry) =>
      [
        new Date(entry.time).toLocaleTimeString(),
        nameOf(entry.session),
        faultOf(entry),
        outcomeOf(entry),
        entry.message,
      ].map(cell),
    );
  const table = [['time', 'program', 'fault', 'step', ''], Array<string>(5).fill('---'), ...rows];
  return `# Recoveries\n\n${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`;
}

/** What a server says may hold lines of a program's output. */
function cell(text: string): string {
  return escape(text).replace(/\s+/g, ' ');
}
