/** What can be done at any time. */
export const always = [
  'Start',
  'Toggle Apply on Type',
  'Show Timeline',
  'Select Project',
  'Show Log',
  'Restart Server',
];
/** While a program runs. */
export const running = [...always, 'Stop', 'Restart (Keep State)', 'Restart (Fresh)', 'Apply Changes Now', 'Pause'];
/** After the first reload. */
export const reloaded = ['Explain Last Reload', 'Copy Last Report as JSON'];
