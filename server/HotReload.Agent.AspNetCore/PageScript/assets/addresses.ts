import type { Identity } from '../identity';
import type { Asset } from '../messages';

const stamp = 'hotreload';

/** Whether an address in the page is that of a file that has changed; where the program's routes are not known, by the file's name. */
export function addresses(asset: Asset, identity: Identity): (address: string | null | undefined) => boolean {
  const known = new Set(asset.routes.flatMap((route) => [identity.base, identity.root].map((start) => pathOf(new URL(route, start).href))));
  return (address) => {
    if (!address || address.startsWith('data:') || address.startsWith('blob:')) {
      return false;
    }

    const path = pathOf(address);
    return known.size > 0 ? known.has(path) : isOwn(address) && decodeURIComponent(path).endsWith(`/${asset.name}`);
  };
}

/** The same address in a form that no cache has. */
export function renew(address: string, update: number): string {
  const url = new URL(address, document.baseURI);
  url.searchParams.set(stamp, `${update}`);
  return url.href;
}

/** An address without the form that we have given it. */
export function plain(url: URL): string {
  url.searchParams.delete(stamp);
  return url.href;
}

export function isOwn(address: string): boolean {
  return new URL(address, document.baseURI).origin === location.origin;
}

function pathOf(address: string): string {
  const url = new URL(address, document.baseURI);
  return url.origin + url.pathname;
}
