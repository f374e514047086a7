import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ErrorCodes, ResponseError } from 'vscode-languageclient/node';
import { Program } from '../../extension/src/debug/program';
import { methods } from '../../extension/src/protocol';
import type { Server, ServerState } from '../../extension/src/server/server';
import { SessionStore } from '../../extension/src/sessions/store';
import { info, result } from './samples';

interface PromiseWithResolvers {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Answers when it is told to, and remembers what it was asked. */
class SlowServer {
  readonly asked: string[] = [];
  state: ServerState = 'running';
  problem = '';
  private readonly stateChanged = new vscode.EventEmitter<ServerState>();
  readonly onDidChangeState = this.stateChanged.event;
  readonly onStatus = new vscode.EventEmitter<never>().event;
  readonly onResult = new vscode.EventEmitter<never>().event;
  readonly onCalled = new vscode.EventEmitter<never>().event;
  readonly onEvent = new vscode.EventEmitter<never>().event;
  readonly onPage = new vscode.EventEmitter<never>().event;
  readonly onOutput = new vscode.EventEmitter<never>().event;
  private readonly answers = new Map<string, PromiseWithResolvers>();

  request(method: string): Promise<unknown> {
    this.asked.push(method);
    return new Promise((resolve, reject) => this.answers.set(method, { resolve, reject }));
  }

  answer(method: string, answer: unknown): void {
    this.answers.get(method)?.resolve(answer);
  }

  refuse(method: string, error: Error): void {
    this.answers.get(method)?.reject(error);
  }

  enter(state: ServerState, problem = ''): void {
    [this.state, this.problem] = [state, problem];
    this.stateChanged.fire(state);
  }
}

describe('a program', () => {
  it('that is on its way is restarted once it runs', async () => {
    const server = new SlowServer();
    const known = server as unknown as Server;
    const launch = { type: 'hotreload', request: 'launch', name: 'Shop' };
    const program = new Program(launch, known, new SessionStore(known), () => {
      throw new Error('The server was not lost.');
    });
    const start = program.start();
    const restart = program.restart();
    await Promise.resolve();
    assert.deepEqual(server.asked, [methods.start]);

    server.answer(methods.start, info());
    await start;
    await new Promise(setImmediate);
    assert.deepEqual(server.asked, [methods.start, methods.restart]);

    server.answer(methods.restart, result({ outcome: 'restarted' }));
    await restart;
    program.dispose();
  });

  it("whose server ends for good while it comes back is told to be lost, once and for the server's reason", async () => {
    const server = new SlowServer();
    const known = server as unknown as Server;
    const reasons: string[] = [];
    const launch = { type: 'hotreload', request: 'launch', name: 'Shop' };
    const program = new Program(launch, known, new SessionStore(known), (_, reason) => reasons.push(reason));
    const start = program.start();
    server.answer(methods.start, info());
    await start;

    server.enter('lost');
    server.enter('running');
    server.refuse(methods.start, new ResponseError(ErrorCodes.PendingResponseRejected, 'The connection got disposed.'));
    await new Promise(setImmediate);
    assert.deepEqual(reasons, []);
    server.enter('failed', 'It ended five times.');
    assert.deepEqual(reasons, ['It ended five times.']);

    const back = program.comeBack();
    server.enter('failed', 'It can not be started.');
    server.refuse(methods.start, new Error('It can not be started.'));
    await back;
    assert.deepEqual(reasons, ['It ended five times.', 'It can not be started.']);
    program.dispose();
  });
});
