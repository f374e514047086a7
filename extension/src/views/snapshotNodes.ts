import type { StateSnapshot } from '../protocol';
import type { Session } from '../sessions/session';
import type { Node } from './node';

/** The session's snapshots of marked state, the newest first; none where there are none. */
export function snapshotNodes(session: Session): readonly Node[] {
  const { snapshots = [], current } = session.snapshots ?? {};
  return snapshots.length === 0
    ? []
    : [
        {
          id: `${session.id}/snapshots`,
          kind: 'snapshots',
          session: session.id,
          label: 'Snapshots',
          description: String(snapshots.length),
          icon: 'database',
          tooltip: 'What the program has marked of its state, as it was then.',
          children: () => [...snapshots].reverse().map((snapshot) => snapshotNode(session, snapshot, current)),
        },
      ];
}

function snapshotNode(session: Session, snapshot: StateSnapshot, current: number | undefined): Node {
  const { id, objects, bytes } = snapshot;
  return {
    id: `${session.id}/snapshot-${id}`,
    kind: 'snapshot',
    session: session.id,
    snapshot: id,
    label: snapshotLabel(snapshot),
    description: [snapshotReason(snapshot), id === current && 'current'].filter(Boolean).join(' · '),
    icon: id === current ? 'circle-filled' : 'circle-outline',
    tooltip: `${objects === 1 ? '1 object' : `${objects} objects`}, ${bytes} bytes`,
    children: () => [],
  };
}

/** The number of a snapshot, and when it was taken. */
export function snapshotLabel({ id, time }: StateSnapshot): string {
  return `${id}: ${new Date(time).toLocaleTimeString()}`;
}

/** Why a snapshot was taken. */
export function snapshotReason({ reason, reload }: StateSnapshot): string {
  return reason === 'manual' ? 'taken by hand' : `after reload ${reload}`;
}
