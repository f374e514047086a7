// What page and program say to each other. Pages/PageMessages.cs has the same.

export interface Asset {
  readonly routes: readonly string[];
  readonly name: string;
  readonly kind: 'style' | 'image' | 'font' | 'script' | 'markup' | 'data';
  /** Of a style sheet that has just changed. */
  readonly text?: string;
}

/** What code that browsers run gets, as the SDK's agent there takes it. */
export interface Delta {
  readonly moduleId: string;
  readonly metadataDelta: string;
  readonly ilDelta: string;
  readonly pdbDelta: string;
  readonly updatedTypes: readonly number[];
}

export interface CodeChange {
  /** Of all such changes of this run of the program. */
  readonly number: number;
  readonly deltas: readonly Delta[];
}

export interface Setup {
  readonly overlay: boolean;
  readonly morph: boolean;
  readonly indicator: boolean;
}

export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly character: number;
}

export interface State {
  readonly state: string;
  readonly message: string;
  readonly problems: readonly Problem[];
}

export interface Welcome {
  readonly run: string;
  readonly update: number;
  readonly setup: Setup;
  readonly state: State;
  readonly morph: boolean;
  readonly unknown: boolean;
  readonly assets: readonly Asset[];
  readonly changes: readonly CodeChange[];
}

export type Incoming =
  | ({ readonly type: 'welcome' } & Welcome)
  | ({ readonly type: 'setup' } & Setup)
  | ({ readonly type: 'state' } & State)
  | { readonly type: 'morph'; readonly update: number }
  | ({ readonly type: 'change'; readonly update: number } & CodeChange)
  | { readonly type: 'assets'; readonly update: number; readonly assets: readonly Asset[] };

/** What a page did about an update. */
export interface Report {
  readonly action: 'morph' | 'style' | 'image' | 'font' | 'reload' | 'told' | 'interactive' | 'failed';
  readonly nodes: number;
  readonly ms: number;
  readonly message: string;
}

export type Outgoing =
  | { readonly type: 'hello'; readonly page: string; readonly path: string; readonly run: string; readonly seen: number }
  | ({ readonly type: 'report' } & Report)
  | { readonly type: 'open'; readonly file: string; readonly line: number; readonly character: number };
