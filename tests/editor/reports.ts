import type { ReloadResult } from '../../extension/src/protocol';
import type { Workbench } from './workbench/workbench';

/** The last reload, as the user gets it into the clipboard. */
export async function lastReport(workbench: Workbench): Promise<ReloadResult> {
  await workbench.clipboard.write('');
  await workbench.palette.run('Hot Reload: Copy Last Report as JSON');
  return JSON.parse(await workbench.clipboard.filled()) as ReloadResult;
}
