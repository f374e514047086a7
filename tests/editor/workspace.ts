import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { Site } from './site';
import * as sources from './sources';

/** A folder of the user's, with programs in it. */
export class Workspace {
  readonly #parent = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'hotreload-editor-')));
  readonly folder: string;

  /** @param name VS Code shows it. */
  constructor(name: string) {
    this.folder = path.join(this.#parent, name);
    mkdirSync(this.folder);
  }

  /** A web program whose page greets and which listens where nobody else does. Its project is named as its folder. */
  async addSite(folder = 'Site'): Promise<Site> {
    const url = `http://127.0.0.1:${await freePort()}`;
    this.#addProgram(folder, sources.webProject, sources.webProgram);
    this.write(`${folder}/Properties/launchSettings.json`, sources.launchSettings(url, sources.quiet));
    return new Site(url);
  }

  /** A copy of the web program that our other tests use, listening where nobody else does. */
  async addFixture(name: string): Promise<Site> {
    const url = `http://127.0.0.1:${await freePort()}`;
    const isBuilt = (file: string): boolean => ['bin', 'obj'].includes(path.basename(file));
    const source = path.resolve('tests/fixtures', name);
    cpSync(source, this.folder, { recursive: true, filter: (file) => !isBuilt(file) });
    this.write('Properties/launchSettings.json', sources.launchSettings(url, sources.talkative));
    return new Site(url);
  }

  /** A program that greets whoever's name it reads. */
  addConsole(folder = 'Desk'): void {
    this.#addProgram(folder, sources.consoleProject, sources.consoleProgram);
  }

  /** Writes a file; its full path. */
  write(file: string, text: string): string {
    const full = this.path(file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, text);
    return full;
  }

  /** Changes a file as another program would. */
  replace(file: string, old: string, text: string): void {
    const before = this.read(file);
    if (!before.includes(old)) {
      throw new Error(`"${old}" does not stand in ${file}.`);
    }

    this.write(file, before.replace(old, text));
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  path(file: string): string {
    return path.join(this.folder, file);
  }

  #addProgram(folder: string, project: string, program: string): void {
    this.write(`${folder}/${path.basename(folder)}.csproj`, project);
    this.write(`${folder}/Program.cs`, program);
    this.write(`${folder}/Greeter.cs`, sources.greeter);
    this.write(`${folder}/Ending.cs`, sources.ending);
  }

  delete(): void {
    rmSync(this.#parent, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
