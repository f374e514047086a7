import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { type LaunchConfiguration, startParams } from '../../extension/src/debug/launch';
import { commandLine } from '../../extension/src/debug/terminals';
import { showsCompilerErrors } from '../../extension/src/config';

describe('a launch configuration', () => {
  const launch: LaunchConfiguration = { type: 'hotreload', request: 'launch', name: 'Shop' };

  it('leaves to the server what it does not say', () => {
    assert.deepEqual(startParams(launch), { terminal: 'client' });
  });

  it('becomes the parameters of a start', () => {
    const configuration: LaunchConfiguration = {
      ...launch,
      ...{
        project: '/shop/Shop.csproj',
        launchProfile: '',
        args: ['a b'],
        env: { A: '1' },
        cwd: '/tmp',
        applyOn: 'type',
      },
      ...{ console: 'internalConsole', targetFramework: 'net10.0', launchBrowser: false },
    };
    assert.deepEqual(startParams(configuration), {
      ...{
        project: '/shop/Shop.csproj',
        launchProfile: '',
        args: ['a b'],
        environment: { A: '1' },
        workingDirectory: '/tmp',
      },
      ...{ mode: 'type', terminal: 'server', targetFramework: 'net10.0', launchBrowser: false },
    });
  });
});

describe('a terminal', () => {
  it('gets the arguments as they are, and keeps the last words on the screen', () => {
    const [shell, args] = commandLine({ command: '/bin/echo', args: ['a  b', '$HOME', "it's"] }, 'linux');
    const output = execFileSync(shell, args, { input: '\n', encoding: 'utf8' });
    assert.match(output, /^a {2}b \$HOME it's\n[^]*ended with exit code 0\. Press Enter/);
  });

  it('tells the exit code of the program', () => {
    const [shell, args] = commandLine({ command: '/bin/sh', args: ['-c', 'exit 3'] }, 'linux');
    assert.match(execFileSync(shell, args, { input: '\n', encoding: 'utf8' }), /ended with exit code 3/);
  });

  it('passes on variables that a shell could not set', () => {
    const [shell, args] = commandLine({ command: '/usr/bin/env', args: [] }, 'linux');
    const env = { 'Logging__LogLevel__Microsoft.AspNetCore': 'Warning' };
    assert.match(execFileSync(shell, args, { input: '\n', encoding: 'utf8', env }), /Microsoft\.AspNetCore=Warning/);
  });

  it('is the program itself where there is no such shell', () => {
    assert.deepEqual(commandLine({ command: 'app.exe', args: ['x'] }, 'win32'), ['app.exe', ['x']]);
  });
});

describe('compiler errors', () => {
  const csharp = (extension: string): boolean => extension === 'ms-dotnettools.csharp';
  const none = (): boolean => false;

  it('are shown once: not where another C# server shows them', () => {
    assert.equal(showsCompilerErrors('auto', csharp), false);
    assert.equal(showsCompilerErrors('auto', none), true);
  });

  it('are shown as the user has decided', () => {
    assert.equal(showsCompilerErrors('on', csharp), true);
    assert.equal(showsCompilerErrors('off', none), false);
  });
});
