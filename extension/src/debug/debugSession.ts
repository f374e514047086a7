import { InitializedEvent, OutputEvent, TerminatedEvent, DebugSession as ProtocolSession } from '@vscode/debugadapter';
import type { DebugProtocol } from '@vscode/debugprotocol';
import * as vscode from 'vscode';
import { tellFailure } from '../notifications';
import type { Program } from './program';

type Response = DebugProtocol.Response;

/**
 * The debug adapter protocol's side of a program: F5, the toolbar's Restart and Stop, and the Debug Console. There is no
 * debugger behind it: a runtime with a debugger attached takes no deltas.
 */
export class HotReloadDebugSession extends ProtocolSession {
  private readonly subscriptions: vscode.Disposable;
  private stopped = false;

  constructor(private readonly program: Program) {
    super();
    this.subscriptions = vscode.Disposable.from(
      program.onWrote(({ kind, text }) => {
        this.sendEvent(new OutputEvent(text, kind));
      }),
      program.onEnded(() => {
        this.terminate();
      }),
    );
  }

  protected override initializeRequest(response: DebugProtocol.InitializeResponse): void {
    response.body = { supportsConfigurationDoneRequest: true, supportsRestartRequest: true };
    this.sendResponse(response);
    this.sendEvent(new InitializedEvent());
  }

  protected override launchRequest(response: DebugProtocol.LaunchResponse): void {
    void this.answer(response, async () => {
      try {
        await this.program.start();
      } catch (error) {
        this.terminate();
        throw error;
      }
    });
  }

  protected override restartRequest(response: DebugProtocol.RestartResponse): void {
    void this.answer(response, () => this.program.restart());
  }

  protected override disconnectRequest(response: DebugProtocol.DisconnectResponse): void {
    void this.answer(response, async () => {
      this.stopped = true;
      await this.program.stop();
    });
  }

  protected override evaluateRequest(
    response: DebugProtocol.EvaluateResponse,
    { expression }: DebugProtocol.EvaluateArguments,
  ): void {
    void this.answer(response, async () => {
      response.body = { result: '', variablesReference: 0 };
      await this.program.write(expression);
    });
  }

  protected override threadsRequest(response: DebugProtocol.ThreadsResponse): void {
    response.body = { threads: [] };
    this.sendResponse(response);
  }

  override dispose(): void {
    this.subscriptions.dispose();
    this.program.dispose();
  }

  private async answer(response: Response, act: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.sendResponse(response);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      // VS Code would show a dialog that offers to open the launch.json, where the reason hardly ever is.
      this.sendErrorResponse(response, { id: 1, format: '{message}', variables: { message }, showUser: false });
      // Who stopped a start need not be told that it did not come to its end. The Debug Console shows its errors itself.
      if (!this.stopped && response.command !== 'evaluate') {
        void tellFailure(message);
      }
    }
  }

  private terminate(): void {
    this.sendEvent(new TerminatedEvent());
  }
}
