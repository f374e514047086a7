// Makes the .vsix that users install: npm run package
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { bundleExtension } from './bundle.mjs';
import { artifacts, dist, root } from './paths.mjs';
import { must, runMain, setUp } from './setup.mjs';

/**
 * Packs what is built: the server is the one that the tests run against.
 * @returns {Promise<string>} The path of the .vsix.
 */
export async function makePackage() {
  console.error('Making the package ...');
  await fillDist();
  return await pack();
}

/** Makes all that the manifest names and that is not in the repository. */
async function fillDist() {
  rmSync(dist, { recursive: true, force: true });
  await bundleExtension();
  await publishServer();
}

/** For whatever .NET and system the user has: nothing in it is native, and nothing in it is for debugging only. */
async function publishServer() {
  const wanted = {
    UseAppHost: false,
    CopyOutputSymbolsToPublishDirectory: false,
    PublishDocumentationFiles: false,
    // The same for the projects that the server refers to: their symbols and documentation are files related to them.
    AllowedReferenceRelatedFileExtensions: 'none',
    SatelliteResourceLanguages: 'en',
  };
  const project = path.join(root, 'server/HotReload.Lsp');
  const properties = Object.entries(wanted).map(([name, value]) => `-p:${name}=${value}`);
  const output = ['--output', path.join(dist, 'server')];
  const args = ['publish', project, '-c', 'Release', '--no-build', '--nologo', ...output, ...properties];
  await must('dotnet', args, 'The server could not be published');
}

async function pack() {
  /** @type {unknown} */
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const { version } = /** @type {{ version: string }} */ (manifest);
  const file = path.join(artifacts, `hotreload-lsp-${version}.vsix`);
  mkdirSync(artifacts, { recursive: true });
  // All that the extension needs at run time is in its bundle. The README's links lead to files of the repository, and a
  // file of the allow-list may still be to come.
  const unusual = ['--allow-missing-repository', '--no-rewrite-relative-links', '--allow-unused-files-pattern'];
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const args = [vsce, 'package', '--no-dependencies', ...unusual, '--out', file];
  await must(process.execPath, args, 'The package could not be made');
  return file;
}

if (process.argv[1] === import.meta.filename) {
  await runMain(async () => {
    await setUp();
    console.log(await makePackage());
    return 0;
  });
}
