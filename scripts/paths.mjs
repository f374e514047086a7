import path from 'node:path';

export const root = path.dirname(import.meta.dirname);
export const artifacts = path.join(root, 'artifacts');
/** What of the package is made by the build; the manifest's `main` lies in it. */
export const dist = path.join(root, 'dist');
export const solution = path.join(root, 'HotReload.Lsp.sln');

/**
 * Where the build puts a project's assembly.
 * @param {string} project
 */
export function assemblyOf(project) {
  return path.join(artifacts, 'bin', project, 'release', `${project}.dll`);
}
