// The script that hot reload brings into the pages of a program that is being developed.
import { readIdentity } from './identity';
import { restore } from './keep';
import { LivePage } from './livePage';

const identity = readIdentity(document.currentScript);
if (identity) {
  const start = (): void => {
    restore();
    new LivePage(identity);
  };
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', start, { once: true });
  } else {
    start();
  }
}
