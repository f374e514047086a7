import { isOwn, plain, renew } from './addresses';

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
  const answer = await fetch(address);
  const text = answer.ok ? await answer.text() : undefined;
  const sheet = rule.styleSheet;
  if (text === undefined || !sheet) {
    return;
  }

  if (hasSameImports(sheet, text)) {
    rewrite(sheet, text);
    return;
  }

  const parent = rule.parentStyleSheet;
  if (parent) {
    await importAgain(parent, rule, address);
  }
}

const imported = /\s*(?:@charset[^;]*;|@import\s+(?:url\(\s*(["']?)(.*?)\1\s*\)|(["'])(.*?)\3)([^;]*);)/y;

/** Whether a sheet's new text imports what the sheet imports, and in no other way. */
function hasSameImports(sheet: CSSStyleSheet, text: string): boolean {
  const rules = rulesOf(sheet);
  const imports = rules.filter((rule) => rule instanceof CSSImportRule);
  const base = sheet.href ?? document.baseURI;
  const named = (address: string, condition: string): string => `${plain(new URL(address, base))} ${condition.replace(/["'\s]/g, '')}`;
  const bare = text.replace(/\/\*[^]*?\*\//g, '');
  const wanted: string[] = [];
  imported.lastIndex = 0;
  let end = 0;
  for (let found = imported.exec(bare); found; found = imported.exec(bare)) {
    end = imported.lastIndex;
    const address = found[2] ?? found[4];
    if (address !== undefined) {
      wanted.push(named(address, found[5] ?? ''));
    }
  }

  const standing = imports.map((rule) => named(rule.href, conditionOf(rule)));
  const areFirst = rules.slice(0, imports.length).every((rule) => rule instanceof CSSImportRule);
  return areFirst && !bare.slice(end).includes('@import') && wanted.join('\n') === standing.join('\n');
}

/** What stands behind the address. */
function conditionOf(rule: CSSImportRule): string {
  return rule.cssText.slice(rule.cssText.indexOf(')') + 1).replace(/;\s*$/, '');
}

/**
 * Puts other rules into a sheet, in one go, and leaves alone those that it imports: while a sheet is loaded anew, the browser leaves out the
 * one that imports it.
 */
function rewrite(sheet: CSSStyleSheet, text: string): void {
  const next = new CSSStyleSheet({ baseURL: sheet.href ?? document.baseURI });
  next.replaceSync(text);
  for (let last = sheet.cssRules.length - 1; last >= 0 && !(sheet.cssRules[last] instanceof CSSImportRule); last--) {
    sheet.deleteRule(last);
  }

  for (const rule of next.cssRules) {
    sheet.insertRule(rule.cssText, sheet.cssRules.length);
  }
}

/** For sheets that import others than before. */
async function importAgain(parent: CSSStyleSheet, rule: CSSImportRule, address: string): Promise<void> {
  const condition = conditionOf(rule);
  const place = [...parent.cssRules].indexOf(rule);
  parent.insertRule(`@import url(${JSON.stringify(address)})${condition};`, place + 1);
  const next = parent.cssRules[place + 1] as CSSImportRule;
  const end = performance.now() + patience;
  while (!next.styleSheet && performance.now() < end) {
    await nextFrame();
  }

  // It is read by now, and applied with one of the next frames.
  await nextFrame();
  await nextFrame();
  const index = [...parent.cssRules].indexOf(rule);
  if (index >= 0) {
    parent.deleteRule(index);
  }
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
