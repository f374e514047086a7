import { isOwn, plain, renew } from './addresses';

type Fits = (address: string | null | undefined) => boolean;

/** How long a style sheet that does not come is waited for. In milliseconds. */
const patience = 10_000;

export interface StyleChange {
  readonly count: number;
  /** The page looks as it will. */
  readonly shown: Promise<unknown>;
  /** All sheets are those that the program serves now. */
  readonly settled: Promise<unknown>;
}

/**
 * Brings in the new text of style sheets: linked ones, and those that others import. A sheet whose text is known is rewritten where it
 * stands, which needs no answer of the program; a linked one is loaded as well, so that the browser's tools show the file.
 */
export function swapStyles(fits: Fits, update: number, text?: string): StyleChange {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"]')].filter(
    (link) => fits(link.href) && !fits(swapping.get(link)?.href), // What is on its way is overtaken.
  );
  const imports = [...document.styleSheets].flatMap((sheet) => importsOf(sheet)).filter((rule) => fits(addressOf(rule)));
  const linked = links.map((link) => {
    const isRewritten = rewrite(link.sheet, text);
    return { isRewritten, swap: swapLink(link, renew(link.href, update)) };
  });
  const imported = imports.filter((rule) => !rewrite(rule.styleSheet, text)).map((rule) => swapImport(rule, renew(addressOf(rule), update)));
  return {
    count: links.length + imports.length,
    shown: Promise.all([...linked.filter((link) => !link.isRewritten).map((link) => link.swap), ...imported]),
    settled: Promise.all([...linked.map((link) => link.swap), ...imported]),
  };
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
  const parent = rule.parentStyleSheet;
  if (text !== undefined && rule.styleSheet && !rewrite(rule.styleSheet, text) && parent) {
    await importAgain(parent, rule, address);
  }
}

const comment = /\/\*[^]*?\*\//g;
const imported = /(?:\s|\/\*[^]*?\*\/)*(?:@charset[^;]*;|@import\s+(?:url\(\s*(["']?)(.*?)\1\s*\)|(["'])(.*?)\3)([^;]*);)/y;

/** A sheet's new text behind what it imports; null where it imports something else than the sheet, or in another way. */
function behindSameImports(sheet: CSSStyleSheet, text: string): string | null {
  const rules = rulesOf(sheet);
  const imports = rules.filter((rule) => rule instanceof CSSImportRule);
  const base = sheet.href ?? document.baseURI;
  const named = (address: string, condition: string): string => `${plain(new URL(address, base))} ${condition.replace(/["'\s]/g, '')}`;
  const wanted: string[] = [];
  imported.lastIndex = 0;
  let end = 0;
  for (let found = imported.exec(text); found; found = imported.exec(text)) {
    end = imported.lastIndex;
    const address = found[2] ?? found[4];
    if (address !== undefined) {
      wanted.push(named(address, found[5] ?? ''));
    }
  }

  const standing = imports.map((rule) => named(rule.href, conditionOf(rule)));
  const areFirst = rules.slice(0, imports.length).every((rule) => rule instanceof CSSImportRule);
  const rest = text.slice(end);
  return areFirst && !rest.replace(comment, '').includes('@import') && wanted.join('\n') === standing.join('\n') ? rest : null;
}

/** What stands behind the address. */
function conditionOf(rule: CSSImportRule): string {
  return rule.cssText.slice(rule.cssText.indexOf(')') + 1).replace(/;\s*$/, '');
}

/**
 * Makes a sheet's rules those of a text, in one go; false where that can't be done. Rules that are the same are left alone: fonts and
 * animations would begin anew. So are the sheets that it imports: while one is loaded, the browser leaves out the sheet that imports it.
 */
function rewrite(sheet: CSSStyleSheet | null, text: string | undefined): boolean {
  const rest = sheet && text !== undefined ? behindSameImports(sheet, text) : null;
  if (!sheet || rest === null) {
    return false;
  }

  const next = new CSSStyleSheet({ baseURL: sheet.href ?? document.baseURI });
  next.replaceSync(rest);
  const old = rulesOf(sheet).map((rule) => (rule instanceof CSSImportRule ? '' : rule.cssText));
  const fresh = [...old.filter((rule) => rule === ''), ...rulesOf(next).map((rule) => rule.cssText)];
  const shorter = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < shorter && old[head] === fresh[head]) {
    head++;
  }

  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) {
    tail++;
  }

  return replaceRules(sheet, head, old.length - tail, fresh.slice(head, fresh.length - tail));
}

/** The new rules come in before the old ones go: one that a sheet does not take leaves it as it was. */
function replaceRules(sheet: CSSStyleSheet, from: number, to: number, rules: readonly string[]): boolean {
  let end = to;
  try {
    for (const rule of rules) {
      sheet.insertRule(rule, end);
      end++;
    }
  } catch {
    for (; end > to; end--) {
      sheet.deleteRule(to);
    }

    return false;
  }

  for (let count = to; count > from; count--) {
    sheet.deleteRule(from);
  }

  return true;
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
