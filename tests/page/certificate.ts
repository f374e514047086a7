import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Owner } from '../protocol/process';

/** A developer certificate of the SDK's own, in a home folder of its own: nothing of the user's is touched. */
export async function makeCertificate(owner: Owner): Promise<{ readonly certificate: string; readonly key: string }> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'hotreload-https-'));
  owner.after(() => {
    rmSync(home, { recursive: true, force: true });
    return Promise.resolve();
  });
  const certificate = path.join(home, 'site.pem');
  const args = ['dev-certs', 'https', '--export-path', certificate, '--format', 'PEM', '--no-password'];
  await promisify(execFile)('dotnet', args, { env: { ...process.env, HOME: home, DOTNET_CLI_HOME: home } });
  return { certificate, key: path.join(home, 'site.key') };
}
