// Generated from the server's types by "npm run protocol"; a test compares the two. Not to be edited.

export const methods = {
  start: 'hotReload/start',
  stop: 'hotReload/stop',
  restart: 'hotReload/restart',
  apply: 'hotReload/apply',
  rollback: 'hotReload/rollback',
  snapshots: 'hotReload/snapshots',
  takeSnapshot: 'hotReload/takeSnapshot',
  restoreSnapshot: 'hotReload/restoreSnapshot',
  state: 'hotReload/state',
  pause: 'hotReload/pause',
  resume: 'hotReload/resume',
  setMode: 'hotReload/setMode',
  sessions: 'hotReload/sessions',
  projects: 'hotReload/projects',
  document: 'hotReload/document',
  recoveries: 'hotReload/recoveries',
  collectDiagnostics: 'hotReload/collectDiagnostics',
  input: 'hotReload/input',
  status: 'hotReload/status',
  result: 'hotReload/result',
  called: 'hotReload/called',
  forecast: 'hotReload/forecast',
  event: 'hotReload/event',
  exception: 'hotReload/exception',
  output: 'hotReload/output',
  page: 'hotReload/page',
  runInTerminal: 'hotReload/runInTerminal',
} as const;

export const eventKinds = {
  sessionStarted: 'sessionStarted',
  sessionStopped: 'sessionStopped',
  buildStarted: 'buildStarted',
  buildFinished: 'buildFinished',
  programStarted: 'programStarted',
  programExited: 'programExited',
  reloadStarted: 'reloadStarted',
  reloadSuperseded: 'reloadSuperseded',
  reloadFinished: 'reloadFinished',
  bufferOutOfStep: 'bufferOutOfStep',
  watchFallback: 'watchFallback',
  contentCopied: 'contentCopied',
  referencesAdded: 'referencesAdded',
  handlerFailed: 'handlerFailed',
  snapshotTaken: 'snapshotTaken',
  snapshotRestored: 'snapshotRestored',
  pageConnected: 'pageConnected',
  pageLeft: 'pageLeft',
  recovery: 'recovery',
  recovered: 'recovered',
  warning: 'warning',
} as const;

export const errorCodes = {
  noProject: 'HR2001',
  severalProjects: 'HR2002',
  noSdk: 'HR2003',
  unknownProfile: 'HR2004',
  buildFailed: 'HR2005',
  notStarted: 'HR2006',
  noSession: 'HR2007',
  notLoaded: 'HR2008',
  alreadyRunning: 'HR2009',
  nothingToRollBack: 'HR2010',
  noSnapshot: 'HR2011',
} as const;

export type AssetKind =
  | 'style'
  | 'image'
  | 'font'
  | 'script'
  | 'markup'
  | 'data';

export type AssetOutcome =
  | 'injected'
  | 'needsBuild'
  | 'failed';

export interface AssetReload {
  readonly file: string;
  readonly kind: AssetKind;
  readonly outcome: AssetOutcome;
  readonly message: string;
}

export interface BrowserOptions {
  readonly overlay?: boolean;
  readonly morph?: boolean;
  readonly indicator?: boolean;
  readonly hosts?: readonly string[];
}

export interface CalledParams {
  readonly session: string;
  readonly reload: number;
  readonly members: readonly ChangedMember[];
}

export interface ChangedMember {
  readonly kind: string;
  readonly name: string;
  readonly change: MemberChange;
  readonly file: string;
  readonly range: TextRange;
  readonly calls: MemberCalls;
}

export interface CollectParams {
  readonly path?: string;
  readonly client?: Readonly<Record<string, string>>;
}

export interface CollectedDiagnostics {
  readonly path: string;
  readonly entries: readonly string[];
}

export interface DeltaSizes {
  readonly metadata: number;
  readonly il: number;
  readonly pdb: number;
}

export type DiagnosticSeverity =
  | 'error'
  | 'warning'
  | 'information';

export interface DocumentParams {
  readonly uri: string;
}

export type DocumentState =
  | 'notInProgram'
  | 'running'
  | 'reloading'
  | 'unpublished'
  | 'rolledBack'
  | 'held'
  | 'restartRequired';

export interface DocumentStatus {
  readonly uri: string;
  readonly session: string | null;
  readonly state: DocumentState;
  readonly message: string;
  readonly forecast: Forecast | null;
}

export interface ErrorData {
  readonly code: string;
}

export interface EventParams {
  readonly id: number;
  readonly time: string;
  readonly session: string | null;
  readonly kind: string;
  readonly correlation: string;
  readonly message: string;
}

export interface ExceptionParams {
  readonly session: string;
  readonly reload: number;
  readonly member: string;
  readonly exception: string;
  readonly message: string;
  readonly file: string | null;
  readonly range: TextRange;
}

export type Fault =
  | 'programCrashed'
  | 'programPoisoned'
  | 'deltaRefused'
  | 'textHasErrors'
  | 'serverLost'
  | 'startFailed'
  | 'pageUnsteady';

export interface Forecast {
  readonly outcome: ForecastOutcome;
  readonly errors: number;
  readonly message: string;
}

export type ForecastOutcome =
  | 'willApply'
  | 'noEffect'
  | 'needsRestart'
  | 'errors';

export interface ForecastParams {
  readonly session: string;
  readonly forecast: Forecast;
}

export interface HandlerFailure {
  readonly handler: string;
  readonly error: string;
}

export interface InitializationOptions {
  readonly mode?: ReloadMode;
  readonly debounceOnType?: number;
  readonly debounceOnSave?: number;
  readonly externalEdits?: boolean;
  readonly runInTerminal?: boolean;
  readonly restart?: RestartPolicy;
  readonly compilerDiagnostics?: boolean;
  readonly speculate?: boolean;
  readonly stateOnRestart?: StateOnRestart;
  readonly newFields?: NewFieldsPolicy;
  readonly rollbackOnException?: RollbackPolicy;
  readonly browser?: BrowserOptions;
  readonly newFieldsBudget?: number;
  readonly prepare?: boolean;
}

export interface InputParams {
  readonly text: string;
  readonly session?: string;
}

export type MemberCalls =
  | 'unknown'
  | 'notYet'
  | 'called';

export type MemberChange =
  | 'updated'
  | 'added'
  | 'removed';

export type ModuleOutcome =
  | 'applied'
  | 'pending'
  | 'failed';

export interface ModuleReload {
  readonly moduleId: string;
  readonly assemblyName: string;
  readonly outcome: ModuleOutcome;
  readonly copies: number;
  readonly error: string | null;
}

export type NewFieldsPolicy =
  | 'initialize'
  | 'default';

export type OutputKind =
  | 'stdout'
  | 'stderr';

export interface OutputParams {
  readonly session: string;
  readonly processId: number;
  readonly kind: OutputKind;
  readonly text: string;
}

export type PageAction =
  | 'morph'
  | 'style'
  | 'image'
  | 'font'
  | 'reload'
  | 'told'
  | 'interactive'
  | 'failed';

export interface PageParams {
  readonly session: string;
  readonly lastReload: number;
  readonly page: string;
  readonly path: string;
  readonly action: PageAction;
  readonly nodes: number;
  readonly milliseconds: number;
  readonly message: string;
}

export interface PageReload {
  readonly told: number;
  readonly assets: readonly AssetReload[];
}

export interface PhaseTimings {
  readonly text: number;
  readonly compile: number;
  readonly emit: number;
  readonly transport: number;
  readonly apply: number;
  readonly handlers: number;
  readonly total: number;
}

export interface ProcessReload {
  readonly processId: number;
  readonly modules: readonly ModuleReload[];
  readonly handlerFailures: readonly HandlerFailure[];
  readonly transportMilliseconds: number;
  readonly applyMilliseconds: number;
  readonly handlersMilliseconds: number;
  readonly error: string | null;
  readonly watchesCalls?: boolean;
  readonly state: ProcessState;
  readonly pages: number;
  readonly succeeded: boolean;
}

export interface ProcessState {
  readonly types: readonly ProcessTypeState[];
  readonly seen: number;
  readonly complete: boolean;
  readonly milliseconds: number;
  readonly checks: readonly ProcessStateCheck[];
}

export interface ProcessStateCheck {
  readonly assembly: string;
  readonly type: string;
  readonly name: string;
  readonly outcome: StateCheck;
  readonly values: number;
  readonly members: readonly string[];
}

export interface ProcessTypeState {
  readonly assembly: string;
  readonly type: string;
  readonly objects: number | null;
  readonly error: string | null;
}

export interface ProjectInfo {
  readonly path: string;
  readonly name: string;
  readonly launchProfiles: readonly string[];
}

export interface ProjectList {
  readonly projects: readonly ProjectInfo[];
}

export type RecoveryAction =
  | 'retry'
  | 'nextRung'
  | 'restartProgram'
  | 'restartEngine'
  | 'hold';

export interface RecoveryEntry {
  readonly id: number;
  readonly time: string;
  readonly session: string;
  readonly page: string | null;
  readonly fault: Fault;
  readonly step: RecoveryAction;
  readonly outcome: RecoveryOutcome;
  readonly milliseconds: number | null;
  readonly message: string;
}

export interface RecoveryList {
  readonly recoveries: readonly RecoveryEntry[];
}

export type RecoveryOutcome =
  | 'running'
  | 'recovered'
  | 'failed'
  | 'held';

export type ReloadCause =
  | 'keystroke'
  | 'save'
  | 'manual'
  | 'disk'
  | 'restart'
  | 'rollback'
  | 'check';

export interface ReloadDiagnostic {
  readonly code: string;
  readonly severity: DiagnosticSeverity;
  readonly message: string;
  readonly file: string | null;
  readonly range: TextRange;
  readonly project: string | null;
}

export type ReloadMode =
  | 'save'
  | 'type'
  | 'manual';

export type ReloadOutcome =
  | 'applied'
  | 'noChange'
  | 'held'
  | 'restartRequired'
  | 'restarted'
  | 'failed';

export interface ReloadResult {
  readonly id: number;
  readonly session: string;
  readonly snapshot: number;
  readonly cause: ReloadCause;
  readonly generation: number;
  readonly outcome: ReloadOutcome;
  readonly message: string;
  readonly phases: PhaseTimings;
  readonly processes: readonly ProcessReload[];
  readonly members: readonly ChangedMember[];
  readonly diagnostics: readonly ReloadDiagnostic[];
  readonly sizes: DeltaSizes;
  readonly state: StateSummary;
  readonly page: PageReload;
  readonly speculation: SpeculationUse | null;
  readonly meetsTarget: boolean;
}

export interface RestartParams {
  readonly session?: string;
  readonly state?: RestartState;
}

export type RestartPolicy =
  | 'ask'
  | 'auto'
  | 'never';

export type RestartState =
  | 'keep'
  | 'fresh';

export interface RollbackParams {
  readonly session?: string;
  readonly state?: RollbackState;
}

export type RollbackPolicy =
  | 'ask'
  | 'auto'
  | 'never';

export type RollbackState =
  | 'keep'
  | 'restore';

export interface RunInTerminalParams {
  readonly session: string;
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface SessionInfo {
  readonly id: string;
  readonly name: string;
  readonly project: string;
  readonly launchProfile: string | null;
  readonly mode: ReloadMode;
  readonly paused: boolean;
  readonly state: SessionState;
  readonly message: string;
  readonly generation: number;
  readonly processes: readonly number[];
  readonly urls: readonly string[];
  readonly launchUrl: string | null;
  readonly sdkVersion: string;
}

export interface SessionList {
  readonly sessions: readonly SessionInfo[];
}

export interface SessionParams {
  readonly session?: string;
}

export type SessionState =
  | 'off'
  | 'starting'
  | 'building'
  | 'warming'
  | 'ready'
  | 'compiling'
  | 'applying'
  | 'pending'
  | 'held'
  | 'restartRequired'
  | 'restarting'
  | 'exited'
  | 'error';

export interface SetModeParams {
  readonly mode: ReloadMode;
  readonly session?: string;
}

export interface SnapshotList {
  readonly snapshots: readonly StateSnapshot[];
  readonly current: number;
}

export interface SnapshotParams {
  readonly session?: string;
  readonly snapshot?: number;
  readonly step?: SnapshotStep;
}

export type SnapshotReason =
  | 'reload'
  | 'manual';

export interface SnapshotRestore {
  readonly snapshot: StateSnapshot;
  readonly state: StateSummary;
}

export type SnapshotStep =
  | 'back'
  | 'forth';

export interface SpeculationUse {
  readonly milliseconds: number;
  readonly waited: number;
}

export interface StartParams {
  readonly project?: string;
  readonly launchProfile?: string;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly workingDirectory?: string;
  readonly targetFramework?: string;
  readonly mode?: ReloadMode;
  readonly terminal?: TerminalKind;
  readonly launchBrowser?: boolean;
}

export type StateCheck =
  | 'none'
  | 'same'
  | 'partly'
  | 'changed';

export interface StateDocument {
  readonly json: string;
  readonly objects: number;
  readonly state: StateSummary;
}

export type StateFate =
  | 'kept'
  | 'migrated'
  | 'defaulted'
  | 'reset'
  | 'lost';

export type StateOnRestart =
  | 'marked'
  | 'auto'
  | 'off';

export interface StateSnapshot {
  readonly id: number;
  readonly time: string;
  readonly reload: number;
  readonly reason: SnapshotReason;
  readonly objects: number;
  readonly bytes: number;
}

export interface StateSummary {
  readonly fate: StateFate;
  readonly types: readonly TypeState[];
  readonly milliseconds?: number;
}

export interface StatusParams {
  readonly session: string;
  readonly state: SessionState;
  readonly message: string;
  readonly mode: ReloadMode;
  readonly paused: boolean;
  readonly generation: number;
  readonly lastReload: number;
  readonly processes: readonly number[];
}

export type TerminalKind =
  | 'server'
  | 'client';

export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

export interface TypeState {
  readonly type: string;
  readonly fate: StateFate;
  readonly reason: string | null;
  readonly objects?: number;
  readonly check?: StateCheck;
}
