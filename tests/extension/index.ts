import { appendFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/** Where whoever has started VS Code reads what mocha says; VS Code's own console has too much else in it. */
const report = process.env.HOTRELOAD_EXTENSION_REPORT ?? '';

/** Runs all tests beside this file. VS Code calls it in the extension host, and ends with the promise. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => {
    appendFileSync(report, `${format(...parts)}\n`);
  };
  const mocha = new Mocha({ reporter: 'spec', timeout: 180_000 });
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.test.cjs'))) {
    mocha.addFile(path.join(__dirname, file));
  }

  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) {
    throw new Error(`${failures} tests failed.`);
  }
}
