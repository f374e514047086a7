import { launchBrowser } from '../../../scripts/editor/browser.mjs';
import { ourSide } from './ourSide';
import { Painted } from './painted';
import { report, type Times } from './report';
import type { Side } from './side';
import { edits, type Edit, type Kind } from './edits';
import { watchSide } from './watchSide';

/** From one painted change to the next edit, in milliseconds: what a tool does after a change is no part of the next one. */
const rest = 400;

/** Who takes longer than this has not shown the change. In milliseconds. */
const limit = 20_000;

/** The same saves through this server and through dotnet watch with its browser refresh, by turns, to the painted change in Chromium. */
async function main(count: number): Promise<void> {
  const browser = await launchBrowser(process.cwd());
  const ends: (() => Promise<void>)[] = [() => browser.close()];
  const owner = { after: (end: () => Promise<void>) => ends.push(end) };
  try {
    const sides = [await ourSide(owner), await watchSide(owner)];
    const times: Times = {
      css: { ours: [], watch: [] },
      markup: { ours: [], watch: [] },
      component: { ours: [], watch: [] },
    };
    for (const [kind, edit] of Object.entries(edits) as [Kind, Edit][]) {
      const pages = new Map<Side, Painted>();
      for (const side of sides) {
        pages.set(side, await Painted.open(browser, side, edit));
      }

      // The first edit of a kind is not like those after it, and is not counted.
      for (let number = 1; number <= count + 1; number++) {
        for (const side of number % 2 === 0 ? sides : [...sides].reverse()) {
          const page = pages.get(side);
          const took =
            (await page?.measure(
              () => {
                side.save(edit.file, edit.change(number));
              },
              edit.shown(number),
              limit,
            )) ?? NaN;
          console.log(`${kind} ${side.name} ${String(number)}: ${took.toFixed(1)} ms`);
          if (number > 1) {
            times[kind][side.name].push(took);
          }

          await new Promise((resolve) => setTimeout(resolve, rest));
        }
      }

      for (const page of pages.values()) {
        await page.close();
      }
    }

    console.log(report(times));
  } finally {
    for (const end of ends.reverse()) {
      await end();
    }
  }
}

main(Number(process.argv[2] ?? 15)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
