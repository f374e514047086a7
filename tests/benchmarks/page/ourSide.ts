import type { Owner } from '../../protocol/process';
import { Site } from '../../page/site';
import type { Program } from './program';
import type { Side } from './side';

/** This server, with an editor. */
export async function ourSide(owner: Owner, { fixture, project, prepare }: Program): Promise<Side> {
  const site = await Site.start(owner, fixture, project, {}, () => ({}), prepare);
  // Killed, it would be gone on with by the next one.
  owner.after(async () => {
    await site.server.end();
  });
  return {
    name: 'ours',
    url: site.url,
    type: (file, change) => {
      site.type(file, change);
    },
    save: (file) => {
      // What came of it is seen in the page.
      site.save(file).catch(() => undefined);
    },
    connected: async (page, open) => {
      const connected = site.server.events.next((event) => event.kind === 'pageConnected');
      await open();
      await connected;
      await page.locator('hotreload-page [data-state="live"]').waitFor();
    },
  };
}
