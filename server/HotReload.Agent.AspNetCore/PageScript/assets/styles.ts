import { isOwn, renew } from './addresses';

type Fits = (address: string | null | undefined) => boolean;

/** How long a style sheet that does not come is waited for. In milliseconds. */
const patience = 10_000;

/** Brings in the new text of style sheets: linked ones, and those that others import. Returns how many there were. */
export async function swapStyles(fits: Fits, update: number): Promise<number> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"]')].filter((link) => fits(link.href));
  const imports = [...document.styleSheets].flatMap((sheet) => importsOf(sheet)).filter((rule) => fits(addressOf(rule)));
  await Promise.all([
    ...links.map((link) => swapLink(link, renew(link.href, update))),
    ...imports.map((rule) => swapImport(rule, renew(addressOf(rule), update))),
  ]);
  return links.length + imports.length;
}

/** All of the page's own style sheets. */
export function ownStyles(address: string | null | undefined): boolean {
  return Boolean(address) && isOwn(address ?? '');
}

/** The new sheet is there before the old one goes: no frame is without it. */
export async function swapLink(link: HTMLLinkElement, address: string): Promise<void> {
  const next = link.cloneNode() as HTMLLinkElement;
  next.href = address;
  next.removeAttribute('integrity');
  const loaded = new Promise<boolean>((resolve) => {
    next.addEventListener('load', () => {
      resolve(true);
    });
    next.addEventListener('error', () => {
      resolve(false);
    });
    setTimeout(resolve, patience, false);
  });
  for (const former of formerOf(link)) {
    former.remove(); // An update that has been overtaken.
  }

  link.after(next);
  swapping.set(next, link);
  if (await loaded) {
    link.remove();
  } else {
    next.remove();
  }

  swapping.delete(next);
}

/** The sheets that are on their way, with those that they replace. */
const swapping = new Map<HTMLLinkElement, HTMLLinkElement>();

function formerOf(link: HTMLLinkElement): HTMLLinkElement[] {
  return [...swapping].filter(([, old]) => old === link).map(([next]) => next);
}

/** The rules by which a sheet imports others, and by which those do. A sheet of another origin shows none. */
function importsOf(sheet: CSSStyleSheet): CSSImportRule[] {
  return rulesOf(sheet)
    .filter((rule) => rule instanceof CSSImportRule)
    .flatMap((rule) => [rule, ...(rule.styleSheet ? importsOf(rule.styleSheet) : [])]);
}

export function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return []; // The browser shows nobody what is in a sheet of another origin.
  }
}

function addressOf(rule: CSSImportRule): string {
  return rule.styleSheet?.href ?? new URL(rule.href, rule.parentStyleSheet?.href ?? document.baseURI).href;
}

async function swapImport(rule: CSSImportRule, address: string): Promise<void> {
  const parent = rule.parentStyleSheet;
  if (!parent) {
    return;
  }

  const condition = rule.cssText.slice(rule.cssText.indexOf(')') + 1).replace(/;\s*$/, '');
  const place = [...parent.cssRules].indexOf(rule);
  parent.insertRule(`@import url(${JSON.stringify(address)})${condition};`, place + 1);
  const next = parent.cssRules[place + 1] as CSSImportRule;
  await appliedOf(next);
  const index = [...parent.cssRules].indexOf(rule);
  if (index >= 0) {
    parent.deleteRule(index);
  }
}

let marks = 0;

/** No event tells that an imported sheet is there, and being there is not being applied: a mark in it shows that. */
async function appliedOf(rule: CSSImportRule): Promise<void> {
  const end = performance.now() + patience;
  while (!rule.styleSheet && performance.now() < end) {
    await nextFrame();
  }

  if (!rule.styleSheet || (rule.media.length > 0 && !matchMedia(rule.media.mediaText).matches)) {
    return;
  }

  const mark = `--hotreload-${++marks}`;
  const place = rule.styleSheet.insertRule(`:root { ${mark}: 1 }`, rule.styleSheet.cssRules.length);
  while (!getComputedStyle(document.documentElement).getPropertyValue(mark) && performance.now() < end) {
    await nextFrame();
  }

  rule.styleSheet.deleteRule(place);
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
