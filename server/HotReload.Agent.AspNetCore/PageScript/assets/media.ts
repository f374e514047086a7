import { renew } from './addresses';
import { rulesOf } from './styles';

type Fits = (address: string | null | undefined) => boolean;

const inStyles = /url\((["']?)(.*?)\1\)/g;

/** Brings in new pictures, wherever the page shows them. Each is loaded before it takes its place. Returns how many there were. */
export async function swapImages(fits: Fits, update: number): Promise<number> {
  const changes = [...inElements(fits, update), ...inRules(fits, update), ...inlineStyles(fits, update)];
  await Promise.all(
    changes.map(async ({ address, apply }) => {
      const picture = new Image();
      picture.src = address;
      await picture.decode().catch(() => undefined); // What can't be shown is not shown by its new address either.
      apply();
    }),
  );
  return changes.length;
}

/** Brings in new fonts: the browser knows the old file under the old address. Returns how many there were. */
export async function swapFonts(fits: Fits, update: number): Promise<number> {
  const faces = allRules()
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .flatMap((rule) => {
      const base = rule.parentStyleSheet?.href ?? document.baseURI;
      const source = replaceIn(rule.style.getPropertyValue('src'), base, fits, update);
      return source === null ? [] : [{ style: rule.style, source }];
    });
  await Promise.all(
    faces.map(async ({ style, source }) => {
      const family = style.getPropertyValue('font-family').replace(/^["']|["']$/g, '');
      const descriptor = (name: string): string => style.getPropertyValue(name) || 'normal';
      const face = new FontFace(family, source, { weight: descriptor('font-weight'), style: descriptor('font-style') });
      document.fonts.add(await face.load());
    }),
  );
  return faces.length;
}

interface Change {
  readonly address: string;
  readonly apply: () => void;
}

function inElements(fits: Fits, update: number): Change[] {
  const found: Change[] = [];
  for (const name of ['src', 'srcset', 'poster', 'href']) {
    const tags = name === 'href' ? 'link[rel~="icon"][href], image[href], use[href]' : `:is(img, source, input, video)[${name}]`;
    for (const element of document.querySelectorAll(tags)) {
      const value = element.getAttribute(name) ?? '';
      const parts = name === 'srcset' ? value.split(/,\s+/) : [value];
      const renewed = parts.map((part) => {
        const [address = '', ...rest] = part.trim().split(/\s+/);
        const absolute = new URL(address, document.baseURI).href;
        return fits(absolute) ? [renew(absolute, update), ...rest].join(' ') : part;
      });
      const changed = renewed.find((part, index) => part !== parts[index]);
      if (changed !== undefined) {
        found.push({
          address: changed.split(/\s+/)[0] ?? '',
          apply: () => {
            element.setAttribute(name, renewed.join(', '));
          },
        });
      }
    }
  }

  return found;
}

function inRules(fits: Fits, update: number): Change[] {
  return allRules()
    .filter((rule) => rule instanceof CSSStyleRule)
    .flatMap((rule) => inDeclarations(rule.style, rule.parentStyleSheet?.href ?? document.baseURI, fits, update));
}

function inlineStyles(fits: Fits, update: number): Change[] {
  return [...document.querySelectorAll<HTMLElement>('[style*="url("]')].flatMap((element) =>
    inDeclarations(element.style, document.baseURI, fits, update),
  );
}

function inDeclarations(style: CSSStyleDeclaration, base: string, fits: Fits, update: number): Change[] {
  return [...style].flatMap((name) => {
    const value = style.getPropertyValue(name);
    const renewed = value.includes('url(') ? replaceIn(value, base, fits, update) : null;
    return renewed === null
      ? []
      : [
          {
            address: inStyles.exec(renewed)?.[2] ?? renewed,
            apply: () => {
              style.setProperty(name, renewed, style.getPropertyPriority(name));
            },
          },
        ].map((change) => {
          inStyles.lastIndex = 0;
          return change;
        });
  });
}

/** Renews the addresses that fit; null where none does. */
function replaceIn(value: string, base: string, fits: Fits, update: number): string | null {
  const renewed = value.replace(inStyles, (whole, _quote: string, address: string) => {
    const absolute = new URL(address, base).href;
    return fits(absolute) ? `url("${renew(absolute, update)}")` : whole;
  });
  return renewed === value ? null : renewed;
}

function allRules(): CSSRule[] {
  const within = (rule: CSSRule): CSSRule[] =>
    rule instanceof CSSImportRule
      ? rule.styleSheet
        ? rulesOf(rule.styleSheet).flatMap(within)
        : []
      : rule instanceof CSSGroupingRule
        ? [rule, ...[...rule.cssRules].flatMap(within)]
        : [rule];
  return [...document.styleSheets].flatMap(rulesOf).flatMap(within);
}
