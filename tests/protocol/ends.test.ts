import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import { methods, type RunInTerminalParams } from '../../extension/src/protocol';
import { OpenDocument } from './document';
import { gone } from './process';
import { Server } from './server';
import { Workspace } from './workspace';

describe('no program outlives its server', () => {
  test('FAULT 7: a client that goes away ends both', async (context) => {
    const server = await Server.start(context, { folder: Workspace.greeter().folder });
    const [program = 0] = (await server.start()).processes;
    server.process.input.end();
    assert.equal(await server.process.exit(2_000), 1);
    await gone(program, 0);
  });

  test('shutdown and exit end both', async (context) => {
    const server = await Server.start(context, { folder: Workspace.greeter().folder });
    const [program = 0] = (await server.start()).processes;
    assert.equal(await server.end(), 0);
    await gone(program, 0);
  });

  test('a killed server takes the program with it where its client is gone, too, or no other server could go on', async (context) => {
    const client = spawn('sleep', ['1000']);
    context.after(() => client.kill('SIGKILL'));
    const server = await Server.start(context, { folder: Workspace.greeter().folder, processId: client.pid ?? 0 });
    const [program = 0] = (await server.start()).processes;
    await server.process.kill();
    client.kill('SIGKILL');
    await gone(program, 5_000);
  });
});

describe('a program in a terminal of the client', () => {
  test('the client runs the command, edits apply, a killed server takes nothing with it, stop ends it', async (context) => {
    const workspace = Workspace.greeter();
    const server = await Server.start(context, { folder: workspace.folder, options: { runInTerminal: true } });
    const terminal = new Promise<ReturnType<typeof spawn>>((resolve) => {
      server.connection.onRequest(methods.runInTerminal, (run: RunInTerminalParams) => {
        const { command, args, workingDirectory: cwd, environment } = run;
        resolve(spawn(command, args, { cwd, env: { ...process.env, ...environment }, stdio: 'pipe' }));
        return null;
      });
    });

    const session = await server.start({ terminal: 'client' });
    const program = await terminal;
    context.after(() => program.kill('SIGKILL'));
    assert.deepEqual(session.processes, [program.pid]);
    const exited = once(program, 'exit');
    let output = '';
    program.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));

    new OpenDocument(server, workspace.path('App/Greeter.cs')).replace('hello', 'hi');
    const result = await server.apply();
    assert.equal(result.outcome, 'applied', result.message);
    program.stdin?.write('Ada\n');
    if (program.stdout) {
      while (!output.includes('hi Ada 1')) {
        await once(program.stdout, 'data');
      }
    }

    // Under the next server it goes on, in the same terminal.
    await server.process.kill();
    const next = await Server.start(context, { folder: workspace.folder, options: { runInTerminal: true } });
    const joined = await next.start({ terminal: 'client' });
    assert.deepEqual(joined.processes, [program.pid]);
    await next.request(methods.stop, {});
    await exited;
    assert.equal(await next.end(), 0);
  });
});
