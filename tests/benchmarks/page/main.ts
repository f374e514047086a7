import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../scripts/editor/browser.mjs';
import { ourSide } from './ourSide';
import { Painted } from './painted';
import { report, type Times } from './report';
import type { Side } from './side';
import { edits, pauses, type Edit, type Kind, type Pause } from './edits';
import { programs, type Program } from './program';
import { watchSide } from './watchSide';

/** From one painted change to the next edit, in milliseconds: what a tool does after a change is no part of the next one. */
const rest = 400;

/** Who takes longer than this has not shown the change. In milliseconds. */
const limit = 20_000;

/** The same saves through this server and through dotnet watch with its browser refresh, by turns, to the painted change in Chromium. */
async function main(count: number): Promise<void> {
  const browser = await launchBrowser(process.cwd());
  try {
    const times: Times = [];
    for (const [name, program] of Object.entries(programs)) {
      times.push(...(await measureProgram(name, program, browser, count)));
    }

    console.log(report(times));
  } finally {
    await browser.close();
  }
}

async function measureProgram(name: string, program: Program, browser: Browser, count: number): Promise<Times> {
  const ends: (() => Promise<void>)[] = [];
  const owner = { after: (end: () => Promise<void>) => ends.push(end) };
  try {
    const sides = [await ourSide(owner, program), await watchSide(owner, program)];
    const times: Times = [];
    for (const [kind, edit] of Object.entries(edits) as [Kind, Edit][]) {
      if (edit.program === name) {
        times.push(...(await measureKind(kind, edit, sides, browser, count)));
      }
    }

    return times;
  } finally {
    for (const end of ends.reverse()) {
      await end();
    }
  }
}

/** Both pages are open all the while, and each edit is made through both tools, which take turns in being the first. */
async function measureKind(kind: Kind, edit: Edit, sides: Side[], browser: Browser, count: number): Promise<Times> {
  const times: Times = [];
  const pages = new Map<Side, Painted>();
  for (const side of sides) {
    pages.set(side, await Painted.open(browser, side, edit));
  }

  let number = 0;
  for (const pause of Object.keys(pauses) as Pause[]) {
    const row = { kind, pause, ours: [] as number[], watch: [] as number[], lost: { ours: 0, watch: 0 } };
    times.push(row);

    // The first edit of a kind is not like those after it, and is not counted.
    for (let edited = 0; edited <= count; edited++) {
      number++;
      for (const [side, page] of number % 2 === 0 ? pages : [...pages].reverse()) {
        const took = await measure(side, page, edit, number, pauses[pause]);
        console.log(`${kind} ${pause} ${side.name} ${String(number)}: ${took?.toFixed(1) ?? 'lost,'} ms`);
        if (took === null) {
          row.lost[side.name]++;
        } else if (edited > 0) {
          row[side.name].push(took);
        }

        await new Promise((resolve) => setTimeout(resolve, rest));
      }
    }
  }

  for (const page of pages.values()) {
    await page.close();
  }

  return times;
}

async function measure(side: Side, page: Painted, edit: Edit, number: number, pause: number): Promise<number | null> {
  const save = (): void => {
    side.save(edit.file);
  };
  if (pause === 0) {
    const typeAndSave = (): void => {
      side.type(edit.file, edit.change(number));
      save();
    };
    return await page.measure(typeAndSave, edit.shown(number), limit);
  }

  side.type(edit.file, edit.change(number));
  await new Promise((resolve) => setTimeout(resolve, pause));
  return await page.measure(save, edit.shown(number), limit);
}

main(Number(process.argv[2] ?? 15)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
