import { type Identity, readIdentity } from './identity';

/**
 * Scripts of the program's can make another page of this one without a load (Blazor's enhanced navigation). What they bring has the
 * element of our script in it, which does not run again; and they take away what they do not know. Calls back after each such change.
 */
export function watchArrivals(arrived: (page: Identity | null) => void): void {
  const observer = new MutationObserver(() => {
    arrived(readIdentity(document.querySelector('script[data-hotreload]')));
  });
  observer.observe(document.documentElement, { childList: true });
  observer.observe(document.head, { childList: true });
}
