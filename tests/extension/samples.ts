import type {
  ChangedMember,
  PageParams,
  RecoveryEntry,
  ReloadDiagnostic,
  ReloadResult,
  SessionInfo,
  StateSnapshot,
  StatusParams,
} from '../../extension/src/protocol';
import { type Session, withStatus } from '../../extension/src/sessions/session';

const places = { start: { line: 4, character: 2 }, end: { line: 6, character: 3 } };

/** A reload that was applied in 12.4 ms; tests name what is different. */
export function result(different: Partial<ReloadResult> = {}): ReloadResult {
  return {
    id: 1,
    session: 'session-1',
    snapshot: 3,
    cause: 'save',
    generation: 1,
    outcome: 'applied',
    message: 'Shop.Total() applied.',
    phases: { text: 0.2, compile: 3, emit: 5, transport: 1, apply: 2, handlers: 0.5, total: 12.4 },
    processes: [],
    members: [member()],
    diagnostics: [],
    sizes: { metadata: 300, il: 40, pdb: 120 },
    speculation: null,
    page: { told: 0, assets: [] },
    state: { fate: 'kept', types: [] },
    meetsTarget: true,
    ...different,
  };
}

export function member(different: Partial<ChangedMember> = {}): ChangedMember {
  return {
    kind: 'method',
    name: 'Shop.Total()',
    change: 'updated',
    file: '/shop/Shop.cs',
    range: places,
    calls: 'unknown',
    ...different,
  };
}

export function diagnostic(different: Partial<ReloadDiagnostic> = {}): ReloadDiagnostic {
  const message = 'Type expected';
  return {
    code: 'CS1031',
    severity: 'error',
    message,
    file: '/shop/Shop.cs',
    range: places,
    project: 'Shop',
    ...different,
  };
}

export function status(different: Partial<StatusParams> = {}): StatusParams {
  const counts = { generation: 0, lastReload: 0, processes: [41] };
  return { session: 'session-1', state: 'ready', message: '', mode: 'save', paused: false, ...counts, ...different };
}

export function info(different: Partial<SessionInfo> = {}): SessionInfo {
  return {
    id: 'session-1',
    name: 'Shop',
    project: '/shop/Shop.csproj',
    launchProfile: null,
    mode: 'save',
    paused: false,
    state: 'ready',
    message: '',
    generation: 0,
    processes: [41],
    urls: [],
    launchUrl: null,
    sdkVersion: '10.0.401',
    ...different,
  };
}

export function page(different: Partial<PageParams> = {}): PageParams {
  const figures = { nodes: 7, milliseconds: 31.2, message: '' };
  return { session: 'session-1', lastReload: 1, page: 'a', path: '/', action: 'morph', ...figures, ...different };
}

export function snapshot(different: Partial<StateSnapshot> = {}): StateSnapshot {
  const time = new Date(2026, 10, 20, 12, 3, 4).toISOString();
  return { id: 1, time, reload: 1, reason: 'reload', objects: 3, bytes: 200, ...different };
}

export function recovery(different: Partial<RecoveryEntry> = {}): RecoveryEntry {
  const time = new Date(2026, 10, 20, 12, 3, 4).toISOString();
  const what = { fault: 'programCrashed', step: 'restartProgram', outcome: 'recovered' } as const;
  const message = 'It is started again (1 of 3).';
  return { id: 1, time, session: 'session-1', page: null, ...what, milliseconds: 520, message, ...different };
}

/** A session in a state, after these reloads. */
export function session(different: Partial<StatusParams> = {}, ...results: ReloadResult[]): Session {
  const reloads = results.map((one) => ({ result: one, time: new Date(2026, 10, 20, 12, 3, 4) }));
  const id = different.session ?? 'session-1';
  return { ...withStatus(undefined, status(different)), info: info({ id }), reloads };
}
