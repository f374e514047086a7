import type { Fault, RecoveryAction, RecoveryEntry, RecoveryOutcome } from '../protocol';
import type { Session } from '../sessions/session';
import { milliseconds } from '../status/statusText';
import type { Node } from './node';

const faults: Record<Fault, string> = {
  programCrashed: 'program crashed',
  programPoisoned: 'program failed by a change',
  deltaRefused: 'edit can be no delta',
  textHasErrors: 'text has errors',
  serverLost: 'server ended',
  startFailed: 'program did not start',
  pageUnsteady: 'page lost its connection again and again',
};

const steps: Record<RecoveryAction, string> = {
  retry: 'tried again',
  nextRung: 'restarted',
  restartProgram: 'program started again',
  restartEngine: 'gone on with the program',
  hold: 'left alone until the next change',
};

const icons: Record<RecoveryOutcome, string> = {
  running: 'sync',
  recovered: 'pass',
  failed: 'error',
  held: 'circle-slash',
};

/** What was tried about a session's faults, the newest first, under one node; nothing where there were none. */
export function recoveryNodes(session: Session): readonly Node[] {
  const { recoveries = [] } = session;
  return recoveries.length === 0
    ? []
    : [
        {
          id: `${session.id}/recoveries`,
          kind: 'recoveries',
          session: session.id,
          label: 'Recoveries',
          description: String(recoveries.length),
          icon: 'heart',
          tooltip: 'What hot reload has mended by itself.',
          children: () => [...recoveries].reverse().map((entry) => recoveryNode(session, entry)),
        },
      ];
}

function recoveryNode(session: Session, entry: RecoveryEntry): Node {
  return {
    id: `${session.id}/recovery-${entry.id}`,
    kind: 'recovery',
    session: session.id,
    label: `${new Date(entry.time).toTimeString().slice(0, 8)} ${faultOf(entry)}`,
    description: outcomeOf(entry),
    icon: icons[entry.outcome],
    tooltip: entry.message,
    children: () => [],
  };
}

/** What went wrong. */
export function faultOf({ fault, page }: RecoveryEntry): string {
  return `${faults[fault]}${page === null ? '' : ` (${page})`}`;
}

/** What was done about it, and what came of that. */
export function outcomeOf({ step, outcome, milliseconds: took }: RecoveryEntry): string {
  return [steps[step], step !== 'hold' && outcome, step !== 'hold' && took !== null && milliseconds(took)]
    .filter(Boolean)
    .join(' · ');
}
