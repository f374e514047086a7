/** Who this page is to the program, as its own element in the document says. */
export interface Identity {
  /** Another one as soon as a script of the program's has made another page of this. */
  page: string;
  readonly token: string;
  /** How the page was asked for; only what was got can be got again. */
  method: string;
  /** The program's root, with a slash at its end, by the browser's way there. */
  readonly root: string;
  /** The same with the path that the program takes off its requests. */
  readonly base: string;
}

/** Reads it, and takes the element away: the page is as the program wrote it. Null where something else has brought the script. */
export function readIdentity(script: Element | null): Identity | null {
  const { hotreload, token, method, base } = (script as HTMLScriptElement | null)?.dataset ?? {};
  if (!(script instanceof HTMLScriptElement) || hotreload === undefined || token === undefined) {
    return null;
  }

  const root = new URL('../', script.src).href;
  script.remove();
  return {
    page: hotreload,
    token,
    method: method ?? 'GET',
    root,
    base: base ? new URL(`${base.slice(1)}/`, root).href : root,
  };
}
