import type { Owner } from '../../protocol/process';
import { Site } from '../../page/site';
import { withoutCompression } from './program';
import type { Side } from './side';

/** This server, with an editor that changes and saves in one go: nothing is compiled ahead. */
export async function ourSide(owner: Owner): Promise<Side> {
  const site = await Site.start(owner, 'site', 'App/App.csproj', {}, () => ({}), withoutCompression);
  return {
    name: 'ours',
    url: site.url,
    save: (file, change) => {
      // What came of it is seen in the page.
      site.save(file, change).catch(() => undefined);
    },
    connected: async (page, open) => {
      const connected = site.server.events.next((event) => event.kind === 'pageConnected');
      await open();
      await connected;
      await page.locator('hotreload-page [data-state="live"]').waitFor();
    },
  };
}
