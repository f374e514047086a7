import type {
  CalledParams,
  ChangedMember,
  PageParams,
  RecoveryEntry,
  ReloadResult,
  SessionInfo,
  SessionState,
  SnapshotList,
  StatusParams,
} from '../protocol';
import { maxPages } from './pages';

/** A result, and when it came: results carry no time of day. */
export interface Reload {
  readonly result: ReloadResult;
  readonly time: Date;
  /** What the open pages of a web program have made of it so far. */
  readonly pages?: readonly PageParams[];
}

/** What the server has said of a session. */
export interface Session {
  readonly id: string;
  /** Missing until the server has answered what the session is. */
  readonly info?: SessionInfo;
  readonly status: StatusParams;
  /** Whether its program has run at least once. */
  readonly cameUp: boolean;
  /** The newest last. */
  readonly reloads: readonly Reload[];
  /** What is kept of the program's marked state; missing until there is any. */
  readonly snapshots?: SnapshotList;
  /** What hot reload has tried about its faults by itself; missing until there is any. */
  readonly recoveries?: readonly RecoveryEntry[];
}

/** More reloads are forgotten, the oldest first. */
export const maxReloads = 200;

/** What people call the session. */
export function nameOf(session: Session): string {
  return session.info?.name ?? session.id;
}

/** The session's last reload. */
export function lastReload(session: Session): Reload | undefined {
  return session.reloads.at(-1);
}

/** Whether the program may have a change that can be taken back; the server knows for sure. */
export function canRollBack({ reloads }: Session): boolean {
  const changes = reloads.filter(({ result: { outcome } }) => outcome === 'applied' || outcome === 'restarted');
  const taken = changes.filter(({ result: { cause } }) => cause !== 'rollback').length;
  return taken > changes.length - taken;
}

/** Whether the program marks any of its state, as far as can be told. */
export function marksState({ reloads, snapshots }: Session): boolean {
  return (
    (snapshots?.snapshots.length ?? 0) > 0 ||
    reloads.some(({ result }) => result.state.types.some(({ check = 'none' }) => check !== 'none'))
  );
}

const beforeTheProgram: readonly SessionState[] = ['off', 'starting', 'building', 'error'];

/** The session after a status, which may be the first that tells of it. */
export function withStatus(session: Session | undefined, status: StatusParams): Session {
  const cameUp = session?.cameUp === true || !beforeTheProgram.includes(status.state);
  return { id: status.session, reloads: [], ...session, status, cameUp };
}

/** Whether the start has failed: then the session is there only to say why. */
export function neverCameUp({ status, cameUp }: Session): boolean {
  return status.state === 'error' && !cameUp;
}

/** The session with one more reload. */
export function withReload(session: Session, reload: Reload): Session {
  return { ...session, reloads: [...session.reloads, reload].slice(-maxReloads) };
}

/** The session, now that members of one of its reloads have been called. */
export function withCalls(session: Session, { reload: id, members }: CalledParams): Session {
  const news = (member: ChangedMember): ChangedMember => members.find((called) => isSame(called, member)) ?? member;
  const reloads = session.reloads.map((reload) =>
    reload.result.id === id
      ? { ...reload, result: { ...reload.result, members: reload.result.members.map(news) } }
      : reload,
  );
  return { ...session, reloads };
}

/** The session after a page has told what it has made of a reload. */
export function withPage(session: Session, page: PageParams): Session {
  const reloads = session.reloads.map((reload) =>
    reload.result.id === page.lastReload && (reload.pages?.length ?? 0) < maxPages
      ? { ...reload, pages: [...(reload.pages ?? []), page] }
      : reload,
  );
  return { ...session, reloads };
}

function isSame(one: ChangedMember, other: ChangedMember): boolean {
  return one.kind === other.kind && one.name === other.name && one.file === other.file;
}

const urgency: readonly SessionState[] = ['error', 'restartRequired', 'held', 'pending', 'exited'];

/** The session that the one status item tells of: the one that needs the user most, else the one that changed last. */
export function foremost(sessions: readonly Session[]): Session | undefined {
  const rank = ({ status }: Session): number => {
    const place = urgency.indexOf(status.state);
    return place < 0 ? urgency.length : place;
  };
  return sessions.reduce<Session | undefined>(
    (best, session) => (best === undefined || rank(session) <= rank(best) ? session : best),
    undefined,
  );
}
