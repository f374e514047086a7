import path from 'node:path';
import type {
  ChangedMember,
  MemberCalls,
  PageAction,
  PageParams,
  ReloadDiagnostic,
  ReloadOutcome,
  SessionState,
  TextRange,
  TypeState,
} from '../protocol';
import { isProblem, pageLine } from '../sessions/pages';
import { nameOf, type Reload, type Session } from '../sessions/session';
import { milliseconds } from '../status/statusText';
import { fateOf, isTold } from '../status/tooltip';
import type { Node } from './node';
import { recoveryNodes } from './recoveryNodes';
import { snapshotNodes } from './snapshotNodes';

const none = (): readonly Node[] => [];

const states: Record<SessionState, string> = {
  off: 'off',
  starting: 'starting',
  building: 'building',
  warming: 'live, warming up',
  ready: 'live',
  compiling: 'compiling',
  applying: 'applying',
  pending: 'waiting for the program',
  held: 'held by errors',
  restartRequired: 'restart needed',
  restarting: 'restarting',
  exited: 'program ended',
  error: 'failed',
};

const outcomes: Record<ReloadOutcome, { readonly icon: string; readonly text: string }> = {
  applied: { icon: 'check', text: 'applied' },
  noChange: { icon: 'dash', text: 'no change' },
  held: { icon: 'circle-slash', text: 'held' },
  restartRequired: { icon: 'warning', text: 'restart needed' },
  restarted: { icon: 'debug-restart', text: 'restarted' },
  failed: { icon: 'error', text: 'failed' },
};

/** A session with its processes and, newest first, its reloads. */
export function sessionNode(session: Session): Node {
  const { id, info, status } = session;
  return {
    id,
    kind: 'session',
    session: id,
    label: nameOf(session),
    description: [info?.launchProfile, status.paused ? 'paused' : states[status.state]].filter(Boolean).join(' · '),
    icon: 'flame',
    tooltip: [info?.project, info?.urls.join(', '), status.message].filter(Boolean).join('\n'),
    children: () => [
      ...status.processes.map((process) => processNode(session, process)),
      ...snapshotNodes(session),
      ...recoveryNodes(session),
      ...session.reloads.map((reload) => reloadNode(session, reload)).reverse(),
    ],
  };
}

function processNode(session: Session, process: number): Node {
  return {
    id: `${session.id}/process-${process}`,
    kind: 'process',
    session: session.id,
    label: `Process ${process}`,
    description: `generation ${session.status.generation}`,
    icon: 'server-process',
    tooltip: session.info?.project ?? '',
    children: none,
  };
}

function reloadNode(session: Session, reload: Reload): Node {
  const { result, time } = reload;
  const { icon, text } = outcomes[result.outcome];
  const files = [...new Set([...result.members, ...result.diagnostics].flatMap(({ file }) => file ?? []))];
  const id = `${session.id}/reload-${result.id}`;
  return {
    id,
    kind: 'reload',
    session: session.id,
    reload,
    label: `${clock(time)} ${text} · ${milliseconds(result.phases.total)}`,
    description: [
      files.map((file) => path.basename(file)).join(', '),
      `state ${result.state.fate}`,
      pageLine(reload.pages ?? []),
    ]
      .filter(Boolean)
      .join(' · '),
    icon,
    tooltip: result.message,
    children: () => [
      ...result.members.map((member, index) => memberNode(session, member, `${id}/member-${index}`)),
      ...result.diagnostics.map((diagnostic, index) =>
        diagnosticNode(session, diagnostic, `${id}/diagnostic-${index}`),
      ),
      ...result.state.types.filter(isTold).map((type, index) => stateNode(session, type, `${id}/state-${index}`)),
      ...(reload.pages ?? []).map((page, index) => pageNode(session, page, `${id}/page-${index}`)),
    ],
  };
}

const calls: Record<MemberCalls, readonly string[]> = { called: ['running'], notYet: ['not called yet'], unknown: [] };

function memberNode(session: Session, member: ChangedMember, id: string): Node {
  return {
    id,
    kind: 'member',
    session: session.id,
    label: member.name,
    description: [`${member.kind} ${member.change}`, place(member.file, member.range), ...calls[member.calls]].join(
      ' · ',
    ),
    icon: member.change === 'added' ? 'diff-added' : member.change === 'removed' ? 'diff-removed' : 'diff-modified',
    tooltip: member.file,
    ...(member.change === 'removed' ? {} : { place: { file: member.file, range: member.range } }),
    children: none,
  };
}

function diagnosticNode(
  session: Session,
  { code, message, severity, file, range }: ReloadDiagnostic,
  id: string,
): Node {
  return {
    id,
    kind: 'diagnostic',
    session: session.id,
    label: `${code} ${message}`,
    description: file === null ? '' : place(file, range),
    icon: severity === 'information' ? 'info' : severity,
    tooltip: message,
    ...(file === null ? {} : { place: { file, range } }),
    children: none,
  };
}

/** A type whose state is not simply what it was, or is known to be. */
function stateNode(session: Session, type: TypeState, id: string): Node {
  return {
    id,
    kind: 'state',
    session: session.id,
    label: type.type,
    description: `state ${fateOf(type)}`,
    icon: stateIcon(type),
    tooltip: type.reason ?? '',
    children: none,
  };
}

const actions: Record<PageAction, string> = {
  morph: 'changed in place',
  style: 'took the style',
  image: 'took the picture',
  font: 'took the font',
  reload: 'loaded again',
  told: 'left as it is',
  interactive: 'left to the framework',
  failed: 'could not be made anew',
};

/** What one open page has made of a reload. */
function pageNode(session: Session, page: PageParams, id: string): Node {
  const { path: address, action, nodes, milliseconds: took, message } = page;
  return {
    id,
    kind: 'page',
    session: session.id,
    label: address,
    description: [actions[action], nodes > 0 && (nodes === 1 ? '1 node' : `${nodes} nodes`), milliseconds(took)]
      .filter(Boolean)
      .join(' · '),
    icon: isProblem(page) ? 'warning' : 'browser',
    tooltip: message,
    children: none,
  };
}

function stateIcon({ fate, check }: TypeState): string {
  if (fate === 'kept') {
    return check === 'same' ? 'pass' : 'question';
  }

  return fate === 'migrated' ? 'database' : 'warning';
}

function place(file: string, range: TextRange): string {
  return `${path.basename(file)}:${range.start.line + 1}`;
}

function clock(time: Date): string {
  return time.toTimeString().slice(0, 8);
}
