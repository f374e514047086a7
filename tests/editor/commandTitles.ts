/** What can be done at any time. */
export const always = [
  'Start',
  'Toggle Apply on Type',
  'Show Timeline',
  'Show Recoveries',
  'Select Project',
  'Show Log',
  'Collect Diagnostics',
  'Restart Server',
];
/** While a program runs. */
export const running = [
  ...always,
  'Stop',
  'Restart (Keep State)',
  'Restart (Fresh)',
  'Apply Changes Now',
  'Take Snapshot',
  'Restore Snapshot',
  'Show State as JSON',
  'Pause',
];
/** While a program runs that has taken a change. */
export const changed = [...running, 'Roll Back Last Change'];
/** After the first reload, also when nothing runs any more. */
export const reloaded = ['Explain Last Reload', 'Copy Last Report as JSON'];
