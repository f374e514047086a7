import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Half of the installation: binaries for other systems, and extensions that talk to services that no test may talk to. */
const unused = [
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
  'node_modules/@devcontainers',
  'node_modules/node-pty/third_party',
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
  'extensions/microsoft-authentication',
  'extensions/tunnel-forwarding',
];
const perSystem = ['node_modules/@vscode/ripgrep-universal/bin', 'node_modules/node-pty/prebuilds'];

/**
 * Deletes what no test of a language extension uses.
 * @param {string} vscode
 */
export function prune(vscode) {
  const debuggers = readdirSync(path.join(vscode, 'extensions')).filter((name) => name.startsWith('ms-vscode.'));
  const others = perSystem.flatMap((folder) => othersIn(path.join(vscode, folder)));
  const folders = [...unused, ...debuggers.map((name) => `extensions/${name}`)].map((name) => path.join(vscode, name));
  for (const folder of [...folders, ...others]) {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function othersIn(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => name !== 'linux-x64').map((name) => path.join(folder, name));
}
