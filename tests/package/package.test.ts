import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { type Entry, readArchive } from './archive';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly main: string;
}

/** The whole of it is downloaded by every user, at every update. In bytes. */
const limit = 15 * 1024 * 1024;

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const file = path.resolve('artifacts', `${manifest.name}-${manifest.version}.vsix`);
const entries = readArchive(file);

/** All that may be in it: each name fits one of these. */
const allowed = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(package\.json|readme\.md|changelog\.md|LICENSE\.txt)$/,
  /^extension\/dist\/main\.js$/,
  /^extension\/dist\/server\/((agent|build)\/)?[\w.]+\.dll$/,
  /^extension\/dist\/server\/HotReload\.Lsp\.(deps|runtimeconfig)\.json$/,
  /^extension\/dist\/server\/(EvaluatedAsBuilt|build\/HeldBuild)\.targets$/,
  /^extension\/extension\/media\/[\w/-]+\.(svg|png|md)$/,
];

const needed = [
  'extension/package.json',
  'extension/readme.md',
  'extension/LICENSE.txt',
  'extension/dist/main.js',
  'extension/dist/server/HotReload.Lsp.dll',
  'extension/dist/server/HotReload.Lsp.runtimeconfig.json',
  'extension/dist/server/EvaluatedAsBuilt.targets',
  'extension/dist/server/agent/HotReload.Agent.dll',
  'extension/dist/server/build/HotReload.Build.dll',
  'extension/dist/server/build/HeldBuild.targets',
  'extension/extension/media/applied.svg',
];

function find(name: string): Entry {
  const entry = entries.find((candidate) => candidate.name === name);
  assert(entry, `${name} is missing.`);
  return entry;
}

describe('the package', () => {
  test('holds what it needs', () => {
    for (const name of needed) {
      assert(find(name).content.length > 0, `${name} is empty.`);
    }
  });

  test('holds nothing else: no sources, tests, symbols, maps or secrets', () => {
    const others = entries.filter(({ name }) => !allowed.some((pattern) => pattern.test(name)));
    assert.deepEqual(
      others.map(({ name }) => name),
      [],
    );
  });

  test('does not carry Roslyn: it comes from the SDK of the user', () => {
    assert(!entries.some(({ name }) => name.includes('Microsoft.CodeAnalysis')));
  });

  test('says nothing of the machine that it was made on', () => {
    const traces = [Buffer.from(process.cwd()), Buffer.from('sourceMappingURL')];
    const texts = entries.filter(({ name }) => /\.(js|json|md|xml|vsixmanifest)$/.test(name));
    for (const { name, content } of texts) {
      assert(
        !traces.some((trace) => content.includes(trace)),
        `${name} has a trace of the machine, or of a source map.`,
      );
    }
  });

  test('is small', () => {
    const { size } = statSync(file);
    console.log(`${path.basename(file)}: ${(size / 1024).toFixed(0)} kB, ${entries.length} files`);
    assert(size <= limit, `${size} bytes are over the limit of ${limit}.`);
  });

  test('is what its manifest says', () => {
    const packed = JSON.parse(find('extension/package.json').content.toString()) as Manifest;
    assert.equal(packed.version, manifest.version);
    assert.equal(path.posix.join('extension', packed.main), 'extension/dist/main.js');
  });

  test('has the version of the server, because the extension takes no other', () => {
    const version = /<VersionPrefix>(.*)<\/VersionPrefix>/.exec(readFileSync('Directory.Build.props', 'utf8'))?.[1];
    assert.equal(version, manifest.version);
    assert.match(find('extension/dist/server/HotReload.Lsp.deps.json').content.toString(), new RegExp(`/${version}"`));
  });
});
