import { programs } from './program';

export type Kind = 'css' | 'markup' | 'component' | 'browser';

/** One kind of edit: the same text again and again, with a number in it that the page shows. */
export interface Edit {
  readonly program: keyof typeof programs;
  readonly file: string;
  readonly page: string;
  /** What the page has when all of it runs. */
  readonly ready?: string;
  readonly selector: string;
  /** What of the element is looked at in each frame. */
  readonly look: 'colour' | 'text';
  change(number: number): (text: string) => string;
  shown(number: number): string;
}

/** How long after the last key a file is saved, in milliseconds: at once, or as long as a person needs. */
export const pauses = { 'at once': 0, 'after a pause': 250 } as const;

export type Pause = keyof typeof pauses;

export const edits: Record<Kind, Edit> = {
  css: {
    program: 'site',
    file: 'App/wwwroot/css/site.css',
    page: '/',
    selector: '#header',
    look: 'colour',
    change: (number) => (text) => text.replace(/color: rgb\(\d+, 30, 30\)/, `color: rgb(${100 + number}, 30, 30)`),
    shown: (number) => `rgb(${100 + number}, 30, 30)`,
  },
  markup: {
    program: 'site',
    file: 'App/Views/Books/Index.cshtml',
    page: '/',
    selector: '#title',
    look: 'text',
    change: (number) => (text) => text.replace(/(<h1 id="title">)[^<]*/, `$1Books ${number}`),
    shown: (number) => `Books ${number}`,
  },
  component: {
    program: 'site',
    file: 'App/Components/Reading.razor',
    page: '/weather/today',
    selector: '#reading',
    look: 'text',
    change: (number) => (text) => text.replace(/It is @.* degrees/, `It is @(Degrees + ${number}) degrees`),
    shown: (number) => `It is ${21 + number} degrees`,
  },
  browser: {
    program: 'browser',
    file: 'Client/Counter.razor',
    page: '/',
    ready: '#where:text("WebAssembly")',
    selector: '#title',
    look: 'text',
    change: (number) => (text) => text.replace(/(<h1 id="title">)[^<]*/, `$1Count ${number}`),
    shown: (number) => `Count ${number}`,
  },
};
