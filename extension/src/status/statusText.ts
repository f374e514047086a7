import type { ReloadResult } from '../protocol';
import type { ServerState } from '../server/server';
import { lastReload, type Session } from '../sessions/session';

/** What the status item shows. */
export interface StatusText {
  /** With codicons. */
  readonly text: string;
  /** For a screen reader: a whole phrase, without icons. */
  readonly label: string;
  /** What a click does. */
  readonly command: string;
  readonly background?: 'warning' | 'error';
}

const timeline = 'hotReload.showTimeline';
const problems = 'workbench.actions.view.problems';
const log = 'hotReload.showLog';

/**
 * The status of a session, or of the server where there is none.
 * @param slow Whether the reload that is under way has taken so long that it is worth a spinner.
 */
export function statusText(server: ServerState, session: Session | undefined, slow: boolean): StatusText {
  if (server === 'failed') {
    return {
      text: '$(error) Hot Reload lost',
      label: 'Hot Reload lost',
      command: 'hotReload.restartServer',
      background: 'error',
    };
  }

  if (server === 'lost') {
    return spinning('Starting', 'Hot Reload: the server is started again');
  }

  return session === undefined
    ? { text: '$(flame) Hot Reload', label: 'Hot Reload: start', command: 'hotReload.start' }
    : sessionText(session, slow);
}

function sessionText(session: Session, slow: boolean): StatusText {
  switch (session.status.state) {
    case 'off':
    case 'starting':
      return spinning('Starting', 'Hot Reload: starting');
    case 'building':
      return spinning('Building', 'Hot Reload: building');
    case 'restarting':
      return spinning('Restarting', 'Hot Reload: restarting the program');
    case 'pending':
      return spinning('Waiting', 'Hot Reload: the program has not answered yet');
    case 'held':
      return held(lastReload(session)?.result);
    case 'restartRequired':
      return {
        text: '$(debug-restart) Restart',
        label: 'Hot Reload: a restart is needed',
        command: 'hotReload.restart',
        background: 'warning',
      };
    case 'exited':
      return { text: '$(flame) Ended', label: 'Hot Reload: the program has ended', command: timeline };
    case 'error':
      return { text: '$(error) Hot Reload failed', label: 'Hot Reload failed', command: log, background: 'error' };
    case 'compiling':
    case 'applying':
      return slow ? spinning('Live', 'Hot Reload: reloading') : settled(session);
    case 'warming':
    case 'ready':
      return settled(session);
  }
}

function settled(session: Session): StatusText {
  if (session.status.paused) {
    return { text: '$(debug-pause) Paused', label: 'Hot Reload: paused', command: 'hotReload.resume' };
  }

  const result = lastReload(session)?.result;
  const text = result === undefined ? undefined : outcome(result);
  return text === undefined
    ? { text: '$(flame) Live', label: 'Hot Reload: live', command: timeline }
    : { text: `$(flame) ${text}`, label: `Hot Reload: ${text}`, command: timeline };
}

/** Only what is over is told as such; while a reload is under way, errors and refusals before it no longer count. */
function outcome(result: ReloadResult): string | undefined {
  switch (result.outcome) {
    case 'applied':
      return milliseconds(result.phases.total);
    case 'noChange':
      return 'No change';
    case 'restarted':
      return `Restarted ${milliseconds(result.phases.total)}`;
    case 'held':
    case 'restartRequired':
    case 'failed':
      return undefined;
  }
}

function held(result: ReloadResult | undefined): StatusText {
  const count = result?.diagnostics.filter(({ severity }) => severity === 'error').length ?? 0;
  const errors = count === 0 ? 'Held' : count === 1 ? '1 error' : `${count} errors`;
  return { text: `$(flame) ${errors}`, label: `Hot Reload held back: ${errors}`, command: problems };
}

function spinning(text: string, label: string): StatusText {
  return { text: `$(loading~spin) ${text}`, label, command: timeline };
}

/** As short as it is true: nobody needs a fraction of a millisecond, or the milliseconds of a long build. */
export function milliseconds(value: number): string {
  return value < 9_999.5 ? `${Math.max(1, Math.round(value))} ms` : `${(value / 1000).toFixed(1)} s`;
}
