import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';

interface Property {
  readonly default: unknown;
  readonly enum?: readonly string[];
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly title: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Property>> };
    readonly debuggers: readonly {
      readonly configurationAttributes: {
        readonly launch: { readonly properties: Readonly<Record<string, Property>> };
      };
    }[];
    readonly walkthroughs: readonly { readonly steps: readonly { readonly media: { readonly markdown: string } }[] }[];
  };
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const document = readFileSync('docs/vscode.md', 'utf8');
const rows = document.split('\n').filter((line) => line.startsWith('|'));

describe('docs/vscode.md and the manifest', () => {
  test('have the same settings, with the same values and defaults', () => {
    const properties = Object.entries(contributes.configuration.properties);
    const documented = rows.filter((row) => row.startsWith('| `hotReload.'));
    assert.equal(documented.length, properties.length);
    for (const [name, property] of properties) {
      const row = documented.find((candidate) => candidate.startsWith(`| \`${name}\` |`)) ?? assert.fail(name);
      const [, , values, fallback] = row.split('|').map((cell) => cell.trim());
      const shown =
        typeof property.default === 'string' && property.default !== ''
          ? property.default
          : JSON.stringify(property.default);
      assert.equal(fallback, `\`${shown}\``, name);
      for (const value of property.enum ?? []) {
        assert.match(values ?? '', new RegExp(`\`${value}\``), name);
      }
    }
  });

  test('have the same commands', () => {
    const table = rows.join('\n');
    for (const { title } of contributes.commands) {
      const name = title.replace(/[()]/g, '\\$&');
      assert.match(table, new RegExp(`^\\| ([^|]*, )?${name}( \\(|,| \\|)`, 'm'), title);
    }
  });

  test('have the same attributes of a launch configuration', () => {
    const example = /```jsonc\n([^]*?)```/.exec(document)?.[1] ?? '';
    const documented = [...example.matchAll(/^ {2}"(\w+)":/gm)].map(([, name]) => name);
    const attributes = contributes.debuggers.flatMap((one) =>
      Object.keys(one.configurationAttributes.launch.properties),
    );
    assert.deepEqual(
      documented.filter((name) => !['type', 'request', 'name'].includes(name ?? '')).sort(),
      attributes.sort(),
    );
  });

  test('name pages and pictures that are there', () => {
    const pages = contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown));
    assert.deepEqual(
      pages.filter((page) => !existsSync(page)),
      [],
    );
    const text = readFileSync('README.md', 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link]) => link ?? '');
    assert.notEqual(links.length, 0);
    assert.deepEqual(
      links.filter((link) => !existsSync(path.resolve(link))),
      [],
    );
  });
});
