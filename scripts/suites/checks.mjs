import { audit } from '../audit.mjs';
import { lint } from '../lint.mjs';

/** @import { Suite } from '../suites.mjs' */

/**
 * What can be said without running anything: of the TypeScript, and of the packages. A registry that does not answer has not passed.
 * @returns {Suite}
 */
export function checksSuite() {
  return {
    name: 'checks',
    run: async () => {
      const { passed, failed } = await lint();
      return { code: 0, passed, failed: failed + (await audit()) };
    },
  };
}
