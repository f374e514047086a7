import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Program } from '../../extension/src/debug/program';
import { methods } from '../../extension/src/protocol';
import type { Server } from '../../extension/src/server/server';
import { SessionStore } from '../../extension/src/sessions/store';
import { info, result } from './samples';

/** Answers when it is told to, and remembers what it was asked. */
class SlowServer {
  readonly asked: string[] = [];
  readonly state = 'running';
  readonly onDidChangeState = new vscode.EventEmitter<never>().event;
  readonly onStatus = new vscode.EventEmitter<never>().event;
  readonly onResult = new vscode.EventEmitter<never>().event;
  readonly onCalled = new vscode.EventEmitter<never>().event;
  readonly onEvent = new vscode.EventEmitter<never>().event;
  readonly onPage = new vscode.EventEmitter<never>().event;
  readonly onOutput = new vscode.EventEmitter<never>().event;
  private readonly answers = new Map<string, (answer: unknown) => void>();

  request(method: string): Promise<unknown> {
    this.asked.push(method);
    return new Promise((resolve) => this.answers.set(method, resolve));
  }

  answer(method: string, answer: unknown): void {
    this.answers.get(method)?.(answer);
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
});
