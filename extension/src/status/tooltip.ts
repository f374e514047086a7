import type { PhaseTimings, RecoveryEntry, ReloadResult, StateCheck, StateSummary, TypeState } from '../protocol';
import { canRollBack, lastReload, nameOf, type Session } from '../sessions/session';
import { pageLine } from '../sessions/pages';
import { statistics } from '../sessions/statistics';

/** The commands that the tooltip links to. */
export const tooltipCommands = [
  ...[
    'showLog',
    'showTimeline',
    'showRecoveries',
    'apply',
    'rollback',
    'pause',
    'resume',
    'restart',
    'stop',
    'start',
    'restartServer',
    'explainLastReload',
  ],
].map((name) => `hotReload.${name}`);

const phases: readonly (keyof PhaseTimings)[] = ['text', 'compile', 'emit', 'transport', 'apply', 'handlers', 'total'];
const maxMembers = 5;

/** The status item's tooltip, as Markdown. */
export function tooltip(sessions: readonly Session[], problem: string): string {
  if (problem !== '') {
    return paragraphs(
      escape(problem),
      links([
        ['Restart Server', 'restartServer'],
        ['Show Log', 'showLog'],
      ]),
    );
  }

  return sessions.length === 0
    ? paragraphs(
        '**Hot Reload** is off.',
        links([
          ['Start', 'start'],
          ['Show Log', 'showLog'],
        ]),
      )
    : paragraphs(...sessions.map(describe), links(actions(sessions)));
}

function describe(session: Session): string {
  const { status, info } = session;
  const result = lastReload(session)?.result;
  const profile = info?.launchProfile ? ` (${escape(info.launchProfile)})` : '';
  return paragraphs(
    `**${escape(nameOf(session))}**${profile} · applies on ${status.mode}${status.paused ? ' · paused' : ''} · generation ${status.generation}`,
    escape(status.message),
    result && timings(result),
    totals(session),
    result && changes(result),
    result && stateLine(result.state),
    pageLine(lastReload(session)?.pages ?? []),
    recoveryLine(session.recoveries?.at(-1)),
  );
}

function timings({ phases: taken }: ReloadResult): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [row(phases), row(phases.map(() => '--:')), row(phases.map((phase) => taken[phase].toFixed(1)))].join('\n');
}

function totals(session: Session): string | undefined {
  const figures = statistics(session);
  return (
    figures &&
    `${figures.count} applied: median ${figures.median.toFixed(1)} ms, 95 of 100 within ${figures.p95.toFixed(1)} ms`
  );
}

/** The last thing that was mended, or tried to be, without the user. */
function recoveryLine(last: RecoveryEntry | undefined): string | undefined {
  return (
    last &&
    `${new Date(last.time).toLocaleTimeString()}: ${escape(last.message)} ${links([['Recoveries', 'showRecoveries']])}`
  );
}

function changes({ members }: ReloadResult): string | undefined {
  if (members.length === 0) {
    return undefined;
  }

  const more = members.length > maxMembers ? ` and ${members.length - maxMembers} more` : '';
  const names = members.slice(0, maxMembers).map(({ name, change }) => `\`${name}\` ${change}`);
  return `${names.join(', ')}${more}`;
}

/** Which types kept their state, for how many of them that is verified, and which did not. */
export function stateLine({ fate, types }: StateSummary): string {
  const verified = types.filter((type) => type.fate === 'kept' && type.check === 'same').length;
  const parts = [
    ...(verified === 0 ? [] : [`verified for ${verified === 1 ? '1 type' : `${verified} types`}`]),
    ...types.filter(isException).map((type) => `\`${type.type}\` ${fateOf(type)}`),
  ];
  return `State: ${fate}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`;
}

/** Whether there is more to say of a type's state than that it was kept. */
function isException({ fate, check }: TypeState): boolean {
  return fate !== 'kept' || check === 'changed' || check === 'partly';
}

const checks: Record<StateCheck, string> = {
  none: '',
  same: ', verified',
  partly: ', verified in part',
  changed: ', not verified',
};

/** What became of a type's state, with how many objects where they were counted, and whether that is verified. */
export function fateOf({ fate, objects, check = 'none' }: TypeState): string {
  // What is not counted is null on the wire.
  const count = typeof objects === 'number' ? ` in ${objects === 1 ? '1 object' : `${objects} objects`}` : '';
  return `${fate}${count}${checks[check]}`;
}

/** Whether a type's state is worth a line of its own: it is not what it was, or somebody has looked. */
export function isTold({ fate, check = 'none' }: TypeState): boolean {
  return fate !== 'kept' || check !== 'none';
}

function actions(sessions: readonly Session[]): [string, string][] {
  const paused = sessions.some(({ status }) => status.paused);
  return [
    ['Apply Now', 'apply'],
    ...(sessions.some(canRollBack) ? ([['Roll Back', 'rollback']] as [string, string][]) : []),
    paused ? ['Resume', 'resume'] : ['Pause', 'pause'],
    ['Restart', 'restart'],
    ['Stop', 'stop'],
    ['Timeline', 'showTimeline'],
    ['Show Log', 'showLog'],
  ];
}

function links(targets: readonly [string, string][]): string {
  return targets.map(([title, command]) => `[${title}](command:hotReload.${command})`).join(' · ');
}

function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** Messages may hold a compiler's angle brackets, and names a file's underscores. */
export function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&');
}
