import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type Entry, readArchive } from './archive';

const folder = mkdtempSync(path.join(tmpdir(), 'hotreload-annotations-'));
let entries: Entry[] = [];

function textOf(extension: string): string {
  const entry = entries.find(({ name }) => name.endsWith(extension));
  assert(entry, `No file of the package ends with ${extension}.`);
  return entry.content.toString();
}

before(() => {
  const args = ['pack', 'server/HotReload.Annotations', '-c', 'Release', '--no-build', '--nologo', '-o', folder];
  const { status, stdout } = spawnSync('dotnet', args, { encoding: 'utf8' });
  assert.equal(status, 0, stdout);
  const [file] = readdirSync(folder);
  assert(file, stdout);
  entries = readArchive(path.join(folder, file));
});

after(() => {
  rmSync(folder, { recursive: true });
});

describe('the package HotReload.Annotations', () => {
  test('holds the assembly for whatever a program targets, its documentation, and nothing else to load', () => {
    const libraries = entries.map(({ name }) => name).filter((name) => name.startsWith('lib/'));
    assert.deepEqual(libraries.sort(), [
      'lib/netstandard2.0/HotReload.Annotations.dll',
      'lib/netstandard2.0/HotReload.Annotations.xml',
    ]);
  });

  test('brings no other package into the program', () => {
    assert.doesNotMatch(textOf('.nuspec'), /<dependency\b/);
  });

  test('is read about where packages are looked for', () => {
    assert.match(textOf('.nuspec'), /<readme>README\.md<\/readme>/);
    assert.match(textOf('README.md'), /\[PreserveState\]/);
  });
});
