import { addresses } from './assets/addresses';
import { swapFonts, swapImages } from './assets/media';
import { ownStyles, swapStyles } from './assets/styles';
import { applyDeltas, runsCode } from './browserCode';
import { isInteractive, isMerged, mergePage, withoutParts } from './blazor';
import type { Identity } from './identity';
import { collect, putBack, reload, selectionIn } from './keep';
import type { Asset, Delta, Report } from './messages';
import { patchPage } from './patch/patch';
import type { Presence } from './presence';
import { scriptsOf, type Source } from './source';

/** What a page does about an update. Each returns what came of it; null where the page has nothing of what has changed. */
export class Updates {
  readonly #identity: Identity;
  readonly #source: Source;
  readonly #presence: Presence;
  /** Style sheets that are shown already, and still loaded. */
  #styles: Promise<unknown> = Promise.resolve();

  constructor(identity: Identity, source: Source, presence: Presence) {
    this.#identity = identity;
    this.#source = source;
    this.#presence = presence;
  }

  /** A static file has changed. */
  async take(asset: Asset, update: number): Promise<Report | null> {
    const started = performance.now();
    const fits = addresses(asset, this.#identity);
    if (asset.kind === 'style') {
      return done('style', started, await this.#swapStyles(fits, update, asset.text));
    }

    await this.#styles;
    switch (asset.kind) {
      case 'image':
        return done('image', started, await swapImages(fits, update));
      case 'font':
        return done('font', started, await swapFonts(fits, update));
      case 'markup':
        return this.morph();
      default:
        return this.#reload(asset, started);
    }
  }

  /** Code that runs in this page has changed. */
  change(deltas: readonly Delta[]): Report {
    const started = performance.now();
    const failure = applyDeltas(deltas);
    return failure === null
      ? report('interactive', started, 0, 'What runs in the browser has the change.')
      : report('told', started, 0, `What runs in the browser can't take the change; reload the page to have it. (${failure})`);
  }

  /** All style sheets of the program may be others now. */
  async renewStyles(run: string): Promise<null> {
    await swapStyles(ownStyles, parseInt(run.slice(0, 6), 16)).settled;
    return null;
  }

  /** The page may look different: it fetches itself, and becomes what it is now. */
  async morph(isRestarted = false): Promise<Report> {
    const started = performance.now();
    if (this.#identity.method !== 'GET') {
      return report('told', started, 0, 'This page is the answer to a form that was sent. It is not asked for again by itself: reload it to see the change.');
    }

    try {
      await this.#styles;
      await this.#source.load();
      const fetched = await this.#source.fetch();
      if (fetched.kind === 'page') {
        return await this.#become(fetched.page, started, isRestarted);
      }

      if (fetched.kind === 'error') {
        return report('failed', started, 0, `${location.pathname} answers ${fetched.status}: ${fetched.title}`);
      }

      reload();
      return report('reload', started, 0, 'The page leads elsewhere now.');
    } catch (error) {
      return report('failed', started, 0, `${location.pathname} could not be fetched: ${String(error)}`);
    }
  }

  async #swapStyles(fits: ReturnType<typeof addresses>, update: number, text?: string): Promise<number> {
    const { count, shown, settled } = swapStyles(fits, update, text);
    this.#styles = settled;
    await shown;
    return count;
  }

  async #become(page: Document, started: number, isRestarted: boolean): Promise<Report> {
    const former = this.#source.last;
    if (isRestarted && (isInteractive(former) || runsCode())) {
      reload();
      return report('reload', started, 0, 'What runs of the program in it, or is connected to it, ended with the program before.');
    }

    if (isMerged(former) || isMerged(page)) {
      return await this.#merge(former, page, started);
    }

    if (scriptsOf(former) !== scriptsOf(page)) {
      reload();
      return report('reload', started, 0, 'The scripts in the page have changed.');
    }

    let nodes: number;
    try {
      nodes = standingStill(() =>
        patchPage(document.documentElement, former.documentElement, page.documentElement, this.#presence.owns),
      );
    } catch (error) {
      reload(); // It is neither what it was nor what it is to be.
      return report('reload', started, 0, `The page could not be changed in place (${String(error)}).`);
    }

    this.#source.accept(page);
    document.dispatchEvent(new CustomEvent('hotreload:morphed', { detail: { nodes } }));
    await painted();
    return report('morph', started, nodes);
  }

  /** What Blazor renders by itself it has rendered. Around that it can take the page anew, and the user's text is ours to keep. */
  async #merge(former: Document, page: Document, started: number): Promise<Report> {
    const before = withoutParts(former);
    const nodes = patchPage(before.cloneNode(true) as Element, before, withoutParts(page), () => false);
    this.#source.accept(page);
    if (nodes === 0) {
      return report('interactive', started, 0, 'Its components render themselves.');
    }

    const kept = collect();
    if (!(await mergePage())) {
      return report('told', started, 0, 'The page around its components has changed: reload it to see that. What they hold is lost then.');
    }

    putBack(kept);
    await painted();
    return report('morph', started, nodes);
  }

  /** A script runs once for each page. One that can take its new version says so, by keeping the event from its effect. */
  #reload(asset: Asset, started: number): Report {
    const event = new CustomEvent('hotreload:changed', { cancelable: true, detail: { routes: asset.routes, name: asset.name } });
    if (document.dispatchEvent(event)) {
      reload();
      return report('reload', started, 0, `${asset.name} has changed.`);
    }

    return report('told', started, 0, `${asset.name} has changed, and the page takes it by itself.`);
  }
}

/** Nothing that the user looks at moves because of us, and what he writes in keeps the caret. */
function standingStill<T>(change: () => T): T {
  const [left, top] = [scrollX, scrollY];
  const active = document.activeElement;
  const selection = active ? selectionIn(active) : null;
  const result = change();
  if (active instanceof HTMLElement && document.activeElement !== active) {
    const again = active.isConnected ? active : active.id === '' ? null : document.getElementById(active.id);
    again?.focus({ preventScroll: true });
    if (selection && (again instanceof HTMLInputElement || again instanceof HTMLTextAreaElement)) {
      again.setSelectionRange(...selection);
    }
  }

  scrollTo({ left, top, behavior: 'instant' });
  return result;
}

async function done(action: Report['action'], started: number, count: number): Promise<Report | null> {
  if (count === 0) {
    return null;
  }

  await painted();
  return report(action, started, count);
}

function report(action: Report['action'], started: number, nodes: number, message = ''): Report {
  return { action, nodes, ms: performance.now() - started, message };
}

/** The next frame shows it. A page that nobody looks at has no frames. */
function painted(): Promise<unknown> {
  return document.visibilityState === 'hidden' ? Promise.resolve() : new Promise(requestAnimationFrame);
}
