export type Kind = 'css' | 'markup' | 'component';

/** One kind of edit: the same text again and again, with a number in it that the page shows. */
export interface Edit {
  readonly file: string;
  readonly page: string;
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
    file: 'App/wwwroot/css/site.css',
    page: '/',
    selector: '#header',
    look: 'colour',
    change: (number) => (text) => text.replace(/color: rgb\(\d+, 30, 30\)/, `color: rgb(${100 + number}, 30, 30)`),
    shown: (number) => `rgb(${100 + number}, 30, 30)`,
  },
  markup: {
    file: 'App/Views/Books/Index.cshtml',
    page: '/',
    selector: '#title',
    look: 'text',
    change: (number) => (text) => text.replace(/(<h1 id="title">)[^<]*/, `$1Books ${number}`),
    shown: (number) => `Books ${number}`,
  },
  component: {
    file: 'App/Components/Reading.razor',
    page: '/weather/today',
    selector: '#reading',
    look: 'text',
    change: (number) => (text) => text.replace(/It is @.* degrees/, `It is @(Degrees + ${number}) degrees`),
    shown: (number) => `It is ${21 + number} degrees`,
  },
};
