import type {
  CollectedDiagnostics,
  CollectParams,
  DocumentParams,
  DocumentStatus,
  methods,
  ProjectList,
  RecoveryList,
  ReloadResult,
  RollbackParams,
  SessionInfo,
  SessionList,
  SessionParams,
  SetModeParams,
  SnapshotList,
  SnapshotParams,
  SnapshotRestore,
  StartParams,
  StateDocument,
  StateSnapshot,
} from '../protocol';

/** Parameters and result of each request. */
export interface Requests {
  [methods.start]: [StartParams, SessionInfo];
  [methods.stop]: [SessionParams, null];
  [methods.restart]: [SessionParams, ReloadResult];
  [methods.apply]: [SessionParams, ReloadResult];
  [methods.rollback]: [RollbackParams, ReloadResult];
  [methods.snapshots]: [SessionParams, SnapshotList];
  [methods.takeSnapshot]: [SessionParams, StateSnapshot];
  [methods.restoreSnapshot]: [SnapshotParams, SnapshotRestore];
  [methods.state]: [SessionParams, StateDocument];
  [methods.pause]: [SessionParams, null];
  [methods.resume]: [SessionParams, null];
  [methods.setMode]: [SetModeParams, null];
  [methods.sessions]: [undefined, SessionList];
  [methods.projects]: [undefined, ProjectList];
  [methods.document]: [DocumentParams, DocumentStatus];
  [methods.recoveries]: [undefined, RecoveryList];
  [methods.collectDiagnostics]: [CollectParams, CollectedDiagnostics];
}
