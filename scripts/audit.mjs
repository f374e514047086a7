// Asks the registries of npm and NuGet for known weaknesses of what we stand on. A finding is a failure; a registry that does not answer is
// told, and none: it may be a mirror that has no advisories.
import process from 'node:process';
import { capture } from './run.mjs';
import { npm, runMain, setUp } from './setup.mjs';

/**
 * What one registry knows; without findings, it gave no advisories.
 * @typedef {{ registry: string, findings: string[] | undefined }} Audit
 * @typedef {{ vulnerabilities?: Record<string, { name: string, severity: string, range: string }> }} NpmAnswer
 * @typedef {{ id: string, resolvedVersion: string, vulnerabilities?: { severity: string, advisoryurl: string }[] }} NugetPackage
 * @typedef {{ topLevelPackages?: NugetPackage[], transitivePackages?: NugetPackage[] }} NugetFramework
 * @typedef {{ problems?: { level: string }[], projects: { frameworks?: NugetFramework[] }[] }} NugetAnswer
 */

/**
 * Asks both.
 * @returns {Promise<number>} How many findings there are.
 */
export async function audit() {
  const audits = await Promise.all([auditNpm(), auditNuget()]);
  for (const { registry, findings } of audits) {
    console.log(
      findings === undefined
        ? `${registry}: not audited, the registry gives no advisories.`
        : `${registry}: ${findings.length} packages with weaknesses that its sources know of.`,
    );
    findings?.forEach((finding) => {
      console.log(`  ${finding}`);
    });
  }

  return audits.reduce((sum, { findings }) => sum + (findings?.length ?? 0), 0);
}

/** @returns {Promise<Audit>} */
async function auditNpm() {
  const [command, first] = npm();
  const answer = /** @type {NpmAnswer | undefined} */ (parse(await capture(command, [...first, 'audit', '--json'])));
  const found = answer?.vulnerabilities;
  return {
    registry: 'npm',
    findings: found && Object.values(found).map(({ name, severity, range }) => `${name} ${range}: ${severity}`),
  };
}

/** @returns {Promise<Audit>} */
async function auditNuget() {
  const args = ['list', 'HotReload.Lsp.sln', 'package', '--vulnerable', '--include-transitive', '--format', 'json'];
  const printed = await capture('dotnet', args);
  const answer = /** @type {NugetAnswer | undefined} */ (parse(printed));
  const silent = !answer || printed.code !== 0 || answer.problems?.some(({ level }) => level === 'error');
  return { registry: 'NuGet', findings: silent ? undefined : [...new Set(answer.projects.flatMap(findingsOf))] };
}

/**
 * @param {{ frameworks?: NugetFramework[] }} project
 * @returns {string[]}
 */
function findingsOf({ frameworks = [] }) {
  return frameworks
    .flatMap(({ topLevelPackages = [], transitivePackages = [] }) => [...topLevelPackages, ...transitivePackages])
    .filter(({ vulnerabilities = [] }) => vulnerabilities.length > 0)
    .map(({ id, resolvedVersion, vulnerabilities = [] }) => {
      const advisories = vulnerabilities.map(({ severity, advisoryurl }) => `${severity} ${advisoryurl}`);
      return `${id} ${resolvedVersion}: ${advisories.join(', ')}`;
    });
}

/**
 * What was printed, where that is JSON; there may be a warning before it.
 * @param {{ output: string }} printed
 * @returns {unknown}
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
