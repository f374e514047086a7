import { CloseAction, type ErrorHandler, type Executable, LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/node';

/** More often within three minutes, and the server stays down. */
const maxRestarts = 4;

type Feature = Parameters<LanguageClient['registerFeature']>[0];

/** Microsoft's client with our rules: it restarts quietly, and leaves the names of the server's commands to our own. */
export class HotReloadClient extends LanguageClient {
  constructor(
    executable: Executable,
    options: LanguageClientOptions,
    private readonly closed: (action: CloseAction) => void,
  ) {
    super('hotReload', 'Hot Reload', executable, { ...options, connectionOptions: { maxRestartCount: maxRestarts } });
  }

  /** The palette's commands bear the same names and do more: they pick the session and show what came of it. */
  override registerFeature(feature: Feature): void {
    if (!('registrationType' in feature) || feature.registrationType.method !== 'workspace/executeCommand') {
      super.registerFeature(feature);
    }
  }

  /** A crash that is mended needs no notification; one that is not gets ours. */
  override createDefaultErrorHandler(maxRestartCount?: number): ErrorHandler {
    const handler = super.createDefaultErrorHandler(maxRestartCount);
    return {
      error: (error, message, count) => handler.error(error, message, count),
      closed: async () => {
        const result = await handler.closed();
        this.closed(result.action);
        return { ...result, handled: true };
      },
    };
  }
}
