import type {
  DocumentParams,
  DocumentStatus,
  methods,
  ProjectList,
  ReloadResult,
  SessionInfo,
  SessionList,
  SessionParams,
  SetModeParams,
  StartParams,
} from '../protocol';

/** Parameters and result of each request. */
export interface Requests {
  [methods.start]: [StartParams, SessionInfo];
  [methods.stop]: [SessionParams, null];
  [methods.restart]: [SessionParams, ReloadResult];
  [methods.apply]: [SessionParams, ReloadResult];
  [methods.rollback]: [SessionParams, ReloadResult];
  [methods.pause]: [SessionParams, null];
  [methods.resume]: [SessionParams, null];
  [methods.setMode]: [SetModeParams, null];
  [methods.sessions]: [undefined, SessionList];
  [methods.projects]: [undefined, ProjectList];
  [methods.document]: [DocumentParams, DocumentStatus];
}
