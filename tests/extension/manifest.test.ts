import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Manifest {
  readonly version: string;
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Property>> };
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
  };
}

interface Property {
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly default?: unknown;
  readonly scope?: string;
}

describe('the extension in VS Code', () => {
  const extension = vscode.extensions.getExtension('hotreload.hotreload-lsp') ?? assert.fail('it is not installed');
  const manifest = extension.packageJSON as Manifest;

  before(() => extension.activate());

  it('has a command for each that it announces, and no other', async () => {
    const registered = (await vscode.commands.getCommands(true)).filter((name) =>
      /^hotReload\.(?!sessions\.)/.test(name),
    );
    assert.deepEqual(registered.sort(), manifest.contributes.commands.map(({ command }) => command).sort());
  });

  it('shows only its own commands in menus', () => {
    const known = new Set(manifest.contributes.commands.map(({ command }) => command));
    const used = Object.values(manifest.contributes.menus).flatMap((items) => items.map(({ command }) => command));
    assert.deepEqual(
      used.filter((command) => !known.has(command)),
      [],
    );
  });

  it('FAULT 40: what is started is no business of a workspace', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    for (const [name, { scope }] of Object.entries(manifest.contributes.configuration.properties)) {
      if (/\.(server|env|hook)/i.test(name)) {
        assert.equal(scope, 'machine', name);
        assert(restrictedConfigurations.includes(name), name);
      }
    }
  });

  it('has a default and a description for each setting', () => {
    for (const [name, property] of Object.entries(manifest.contributes.configuration.properties)) {
      assert.notEqual(property.default, undefined, name);
      assert.match(property.description ?? property.markdownDescription ?? '', /\.$/, name);
      assert.deepEqual(vscode.workspace.getConfiguration().inspect(name)?.defaultValue, property.default, name);
    }
  });
});
