import type { CalledParams, MemberCalls, ReloadResult } from '../protocol';
import { type LineChange, shift } from './lines';

/**
 * `running`: the program has called it; `uncalled`: the program has it and has not called it yet; `applied`: the program has it, and
 * nobody knows more; `pending`: its module is not loaded yet; `restart`: it takes effect only with a restart.
 */
export type MarkKind = 'running' | 'uncalled' | 'applied' | 'pending' | 'restart';

const afterApply: Record<MemberCalls, MarkKind> = { called: 'running', notYet: 'uncalled', unknown: 'applied' };

/** One marked line of a file. */
export interface Mark {
  readonly session: string;
  readonly file: string;
  readonly line: number;
  readonly kind: MarkKind;
  /** The member's name, or the reason for the restart. */
  readonly text: string;
}

/** The marks after a result. A restarted program runs all of its text alike: nothing of it is marked any more. */
export function withResult(marks: readonly Mark[], result: ReloadResult): readonly Mark[] {
  const others = marks.filter(({ session }) => session !== result.session);
  if (result.outcome === 'restarted') {
    return others;
  }

  const own = marks.filter(({ session, kind }) => session === result.session && kind !== 'restart');
  if (result.outcome === 'restartRequired') {
    return [...others, ...own, ...refusals(result)];
  }

  const changed = result.outcome === 'applied' ? changes(result) : [];
  const untouched = own.filter((mark) => !changed.some(({ file, text }) => file === mark.file && text === mark.text));
  return [...others, ...untouched, ...changed];
}

/** The marks after members were called. */
export function withCalls(marks: readonly Mark[], { session, members }: CalledParams): readonly Mark[] {
  const isCalled = (mark: Mark): boolean =>
    mark.session === session && members.some(({ file, name }) => file === mark.file && name === mark.text);
  return marks.map((mark) => (mark.kind === 'uncalled' && isCalled(mark) ? { ...mark, kind: 'running' } : mark));
}

/** The marks of a file, one a line: what needs a restart is told before what was applied. */
export function marksOf(marks: readonly Mark[], file: string): readonly Mark[] {
  const own = marks.filter((mark) => mark.file === file);
  const refused = new Set(own.filter(({ kind }) => kind === 'restart').map(({ line }) => line));
  return own.filter(({ kind, line }) => kind === 'restart' || !refused.has(line));
}

/** The marks after an edit of a file. */
export function withEdit(marks: readonly Mark[], file: string, changed: readonly LineChange[]): readonly Mark[] {
  return marks.map((mark) =>
    mark.file === file ? { ...mark, line: changed.reduce((line, change) => shift(line, change), mark.line) } : mark,
  );
}

function changes(result: ReloadResult): Mark[] {
  const pending = result.processes.some(({ modules }) => modules.some(({ outcome }) => outcome === 'pending'));
  return result.members
    .filter(({ change }) => change !== 'removed')
    .map(({ file, name, range, calls }) => ({
      session: result.session,
      file,
      line: range.start.line,
      kind: pending ? 'pending' : afterApply[calls],
      text: name,
    }));
}

function refusals(result: ReloadResult): Mark[] {
  return result.diagnostics
    .filter(({ severity, file }) => severity === 'error' && file !== null)
    .map(({ file, range, message }) => ({
      session: result.session,
      file: file ?? '',
      line: range.start.line,
      kind: 'restart',
      text: message,
    }));
}
