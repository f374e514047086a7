import path from 'node:path';

export const root = path.dirname(import.meta.dirname);
export const artifacts = path.join(root, 'artifacts');
export const solution = path.join(root, 'HotReload.Lsp.sln');

/**
 * Where the build puts a project's assembly.
 * @param {string} project
 */
export function assemblyOf(project) {
  return path.join(artifacts, 'bin', project, 'release', `${project}.dll`);
}
