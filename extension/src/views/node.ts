import type { TextRange } from '../protocol';
import type { Reload } from '../sessions/session';

/** What the tree shows of one thing. */
export interface Node {
  readonly id: string;
  readonly kind:
    | 'session'
    | 'process'
    | 'reload'
    | 'member'
    | 'diagnostic'
    | 'state'
    | 'snapshots'
    | 'snapshot'
    | 'page'
    | 'recoveries'
    | 'recovery';
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  readonly tooltip: string;
  /** Where a click leads. */
  readonly place?: { readonly file: string; readonly range: TextRange };
  readonly children: () => readonly Node[];
  readonly session: string;
  readonly reload?: Reload;
  /** The id of a snapshot. */
  readonly snapshot?: number;
}
