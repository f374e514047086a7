// Asks the registries of npm and NuGet for known weaknesses of what we stand on. A finding is a failure; a registry that does not answer is
// told, and none: it may be a mirror that has no advisories.
import process from 'node:process';
import { capture } from './run.mjs';
import { npm, runMain, setUp } from './setup.mjs';

/** @typedef {{ registry: string, findings: string[] | undefined, packages: number }} Audit What one registry knows; undefined: it did not answer. */

/**
 * Asks both.
 * @returns {Promise<number>} How many findings there are.
 */
export async function audit() {
  const audits = [await auditNpm(), await auditNuget()];
  for (const { registry, findings, packages } of audits) {
    if (findings === undefined) {
      console.log(`${registry}: not audited, the registry gives no advisories.`);
    } else {
      console.log(`${registry}: ${packages} packages, ${findings.length} with known weaknesses.`);
      findings.forEach((finding) => {
        console.log(`  ${finding}`);
      });
    }
  }

  return audits.reduce((sum, { findings }) => sum + (findings?.length ?? 0), 0);
}

/** @returns {Promise<Audit>} */
async function auditNpm() {
  const [command, first] = npm();
  const answer = parse(await capture(command, [...first, 'audit', '--json']));
  const { vulnerabilities, metadata } = answer ?? {};
  const findings =
    vulnerabilities && Object.values(vulnerabilities).map(({ name, severity, range }) => `${name} ${range}: ${severity}`);
  return { registry: 'npm', findings, packages: metadata?.dependencies?.total ?? 0 };
}

/** @returns {Promise<Audit>} */
async function auditNuget() {
  const args = ['list', 'HotReload.Lsp.sln', 'package', '--vulnerable', '--include-transitive', '--format', 'json'];
  const all = await listNuget(args.filter((argument) => argument !== '--vulnerable'));
  const vulnerable = await listNuget(args);
  const findings = vulnerable?.map(({ id, resolvedVersion, vulnerabilities }) => {
    return `${id} ${resolvedVersion}: ${vulnerabilities.map(({ severity, advisoryurl }) => `${severity} ${advisoryurl}`).join(', ')}`;
  });
  return { registry: 'NuGet', findings: findings && [...new Set(findings)], packages: new Set(all?.map(({ id }) => id)).size };
}

/**
 * @typedef {{ id: string, resolvedVersion: string, vulnerabilities: { severity: string, advisoryurl: string }[] }} NugetPackage
 * @param {string[]} args
 * @returns {Promise<NugetPackage[] | undefined>}
 */
async function listNuget(args) {
  const answer = parse(await capture('dotnet', args));
  if (!answer || answer.problems?.some(({ level }) => level === 'error')) {
    return undefined;
  }

  return answer.projects
    .flatMap(({ frameworks = [] }) => frameworks)
    .flatMap(({ topLevelPackages = [], transitivePackages = [] }) => [...topLevelPackages, ...transitivePackages]);
}

/**
 * What was printed, where that is JSON; there may be a warning before it.
 * @param {{ output: string }} printed
 * @returns {any}
 */
function parse({ output }) {
  try {
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
  } catch {
    return undefined;
  }
}

if (process.argv[1] === import.meta.filename) {
  await runMain(async () => {
    await setUp();
    return (await audit()) === 0 ? 0 : 1;
  });
}
