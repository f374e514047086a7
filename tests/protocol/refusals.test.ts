import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import { methods } from '../../extension/src/protocol';
import { Server, uriOf } from './server';
import { Workspace } from './workspace';

const settings = JSON.stringify({ profiles: { First: { commandName: 'Project' } } });

const refusal = (code: string) => (error: unknown) => {
  const { code: number, message, data } = error as { code: number; message: string; data?: { code: string } };
  assert.deepEqual([number, data?.code], [LSPErrorCodes.RequestFailed, code], message);
  assert.match(message, /\w+ .+/, 'The message is a sentence.');
  return true;
};

describe('what cannot be done is said by a code and a sentence', () => {
  const workspace = new Workspace();
  const server = new Server({ after });

  before(() => server.initialize({ folder: workspace.folder }));

  test('HR2001: no runnable project', async () => {
    await assert.rejects(server.start(), refusal('HR2001'));
    await assert.rejects(server.start({ project: workspace.path('Nowhere') }), refusal('HR2001'));
  });

  test('HR2002: several projects', async () => {
    workspace.addGreeter('One');
    workspace.addGreeter('Two');
    await assert.rejects(server.start(), refusal('HR2002'));
  });

  test('HR2004: an unknown launch profile', async () => {
    workspace.write('One/Properties/launchSettings.json', settings);
    const project = workspace.path('One/One.csproj');
    await assert.rejects(server.start({ project, launchProfile: 'Second' }), refusal('HR2004'));
  });

  test('HR2005: the build failed, and its errors are published', async () => {
    const project = workspace.addGreeter('Broken');
    workspace.write('Broken/More.cs', 'class More { int Value => ; }');
    await assert.rejects(server.start({ project }), refusal('HR2005'));
    const published = await server.diagnostics.next((each) => each.diagnostics.length > 0);
    assert(published.uri.endsWith('/Broken/More.cs'));
    assert.equal(published.diagnostics[0]?.source, 'hot reload');
    assert.deepEqual(await server.sessions(), []);
  });

  test('HR2007: no such session', async () => {
    for (const name of ['stop', 'restart', 'apply', 'pause', 'resume'] as const) {
      await assert.rejects(server.request(methods[name], {}), refusal('HR2007'), name);
      await assert.rejects(server.request(methods[name], { session: 'nobody' }), refusal('HR2007'), name);
    }

    await assert.rejects(server.request(methods.setMode, { mode: 'type' }), refusal('HR2007'));
  });

  test('HR2005: a broken project file, and its recovery', async () => {
    const project = workspace.addGreeter('Torn');
    const whole = workspace.read('Torn/Torn.csproj');
    workspace.write('Torn/Torn.csproj', whole.slice(0, whole.length / 2));
    await assert.rejects(server.start({ project }), refusal('HR2005'));
    const published = await server.diagnostics.next((each) => each.diagnostics.length > 0);
    assert.equal(published.uri, uriOf(project));

    workspace.write('Torn/Torn.csproj', whole);
    await server.start({ project });
    await server.diagnostics.next((each) => each.uri === published.uri && each.diagnostics.length === 0);
    assert.equal(await server.ask('Ada'), 'hello Ada 1');
  });

  test('HR2009: a session for this project runs already', async () => {
    await assert.rejects(server.start({ project: workspace.path('Torn/Torn.csproj') }), refusal('HR2009'));
    await server.request(methods.stop, {});
  });

  test('HR2003: no fitting SDK', async () => {
    workspace.write('Future/global.json', '{ "sdk": { "version": "99.0.100", "rollForward": "disable" } }');
    const project = workspace.addGreeter('Future');
    await assert.rejects(server.start({ project }), refusal('HR2003'));
    assert.equal(await server.end(), 0);
  });
});
