import { mark } from '../browserCode';

/** Where all that we show lives: apart from the page, so that neither's styles reach the other. */
export class Shell {
  readonly host = document.createElement('hotreload-page');
  readonly root: ShadowRoot;

  constructor() {
    this.root = this.host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    this.root.adoptedStyleSheets = [sheet];
    mark(this.host);
    this.attach();
  }

  /** Scripts of the page, or a morph, may have taken it away. */
  attach(): void {
    if (!this.host.isConnected) {
      document.documentElement.append(this.host);
    }
  }

  add<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    name: string,
    text = '',
    parent: ParentNode = this.root,
  ): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    element.className = name;
    element.textContent = text;
    parent.append(element);
    return element;
  }
}

const styles = `
:host { all: initial; position: fixed; inset: auto 0 0 auto; z-index: 2147483647; color-scheme: light dark; }
* { box-sizing: border-box; font: 13px/1.45 system-ui, sans-serif; }
.indicator { position: fixed; right: 10px; bottom: 10px; display: flex; gap: 6px; align-items: center; padding: 3px 8px; border: 0;
  border-radius: 10px; background: #1f1f1fd9; color: #eee; opacity: .55; cursor: pointer; transition: opacity .2s; }
.indicator:hover, .indicator[data-state="waiting"], .indicator[data-state="held"], .indicator[data-state="restart"] { opacity: 1; }
.dot { width: 8px; height: 8px; border-radius: 50%; background: #3fb950; }
[data-state="waiting"] .dot { background: #d29922; animation: pulse 1s infinite alternate; }
[data-state="held"] .dot { background: #f85149; }
[data-state="restart"] .dot { background: #d29922; }
[data-state="ended"] .dot { background: #8b949e; }
@keyframes pulse { to { opacity: .2; } }
.toasts { position: fixed; right: 10px; bottom: 44px; display: flex; flex-direction: column; gap: 6px; align-items: flex-end; max-width: min(440px, 90vw); }
.toast { padding: 8px 12px; border-radius: 6px; background: #1f1f1ff2; color: #eee; box-shadow: 0 2px 10px #0006; }
.overlay { position: fixed; inset: 0; overflow: auto; padding: 6vh 5vw; background: #000a; }
.window { max-width: 900px; margin: auto; padding: 20px 24px; border-radius: 8px; border-top: 6px solid #f85149; background: #181818; color: #eee; }
.title { margin: 0 0 12px; font-size: 16px; font-weight: 600; }
.problem { display: block; width: 100%; margin: 0 0 8px; padding: 8px 10px; border: 0; border-radius: 4px; background: #2a2a2a; color: inherit; text-align: left; white-space: pre-wrap; }
button.problem { cursor: pointer; } button.problem:hover { background: #353535; }
.place { display: block; color: #79c0ff; text-decoration: underline; font-family: ui-monospace, monospace; }
.hint { color: #aaa; margin: 12px 0 0; }
.statistics { position: fixed; right: 10px; bottom: 44px; padding: 10px 14px; border-radius: 6px; background: #1f1f1ff2; color: #eee; white-space: pre; font-family: ui-monospace, monospace; }
`;
