import path from 'node:path';
import type { ProcessReload, ReloadDiagnostic, ReloadResult } from '../protocol';
import type { Reload } from '../sessions/session';
import { escape, fateOf, isTold, stateLine } from '../status/tooltip';

/** The whole story of a reload, as Markdown. */
export function report({ result, time, pages = [] }: Reload): string {
  return [
    `# Reload ${result.id} of ${result.session}: ${result.outcome}`,
    escape(result.message),
    `At ${time.toLocaleTimeString()}, caused by: ${result.cause}. The program is at generation ${result.generation}, from text ${result.snapshot}.`,
    phases(result),
    stateLine(result.state),
    result.state.types
      .filter((type) => isTold(type) || type.reason !== null)
      .map((type) => `- \`${type.type}\` ${fateOf(type)}${type.reason === null ? '' : `: ${escape(type.reason)}`}`)
      .join('\n'),
    section(
      'Changed members',
      result.members.map(
        ({ kind, name, change, file, range }) => `- ${change}: ${kind} \`${name}\`, ${link(file, range.start.line)}`,
      ),
    ),
    section('Diagnostics', result.diagnostics.map(diagnostic)),
    section(
      'Pages',
      pages.map(
        ({ path: address, action, nodes, milliseconds: took, message }) =>
          `- ${escape(address)}: ${action}, ${nodes} nodes, ${took.toFixed(1)} ms${message === '' ? '' : `: ${escape(message)}`}`,
      ),
    ),
    section('Processes', result.processes.map(process)),
    `Delta: ${result.sizes.metadata} bytes of metadata, ${result.sizes.il} of IL, ${result.sizes.pdb} of debug information.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function phases({ phases: taken, meetsTarget, speculation }: ReloadResult): string {
  const rows = Object.entries(taken).map(([phase, value]) => `| ${phase} | ${(value as number).toFixed(2)} |`);
  const target = meetsTarget ? 'Within its target.' : 'Over its target of 100 ms in all, 50 ms to compile and emit.';
  const ahead =
    speculation === null
      ? ''
      : `\n\nCompiled while you typed, in ${speculation.milliseconds.toFixed(2)} ms, of which ${speculation.waited.toFixed(2)} ms were waited for.`;
  return `| phase | ms |\n|---|--:|\n${rows.join('\n')}\n\n${target}${ahead}`;
}

function diagnostic({ code, severity, message, file, range }: ReloadDiagnostic): string {
  return `- ${severity} ${code}${file === null ? '' : `, ${link(file, range.start.line)}`}: ${escape(message)}`;
}

function process({ processId, succeeded, modules, error, handlerFailures }: ProcessReload): string {
  const said = modules.map(({ assemblyName, outcome }) => `${assemblyName} ${outcome}`).join(', ');
  const failures = handlerFailures.map(({ handler, error: thrown }) => `; ${handler} threw ${thrown}`).join('');
  return `- ${processId} ${succeeded ? 'took it' : 'did not take it'}: ${escape(said + failures + (error ?? ''))}`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}`;
}

function link(file: string, line: number): string {
  return `[${path.basename(file)}:${line + 1}](${encodeURI(`file://${file.replaceAll('\\', '/')}`)}#L${line + 1})`;
}
