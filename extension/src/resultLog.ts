import type * as vscode from 'vscode';
import type { EventParams, PageParams, ReloadResult } from './protocol';
import type { Server } from './server/server';
import { isProblem } from './sessions/pages';
import { fateOf, isTold } from './status/tooltip';

/** Writes what happens to the log: reloads and warnings as lines, all else for those who want more. */
export function logServer(server: Server, log: vscode.LogOutputChannel): vscode.Disposable[] {
  return [
    server.onResult((result) => {
      logResult(log, result);
    }),
    server.onPage((page) => {
      logPage(log, page);
    }),
    server.onEvent((event) => {
      logEvent(log, event);
    }),
  ];
}

function logResult(log: vscode.LogOutputChannel, result: ReloadResult): void {
  const { id, session, outcome, cause, phases, message } = result;
  const line = `${session} reload ${id} (${cause}): ${outcome} in ${phases.total.toFixed(1)} ms. ${message}`;
  if (outcome === 'failed') {
    log.error(line);
  } else {
    log.info(line);
  }

  for (const type of result.state.types.filter(isTold)) {
    log.info(
      `${session} reload ${id}: state of ${type.type} ${fateOf(type)}${type.reason === null ? '' : `: ${type.reason}`}`,
    );
  }

  log.debug(JSON.stringify(result));
}

function logPage(log: vscode.LogOutputChannel, page: PageParams): void {
  const { session, path, action, nodes, milliseconds, message } = page;
  const line = `${session} page ${path}: ${action}, ${nodes} nodes, ${milliseconds.toFixed(1)} ms${message === '' ? '' : `. ${message}`}`;
  if (isProblem(page)) {
    log.warn(line);
  } else {
    log.info(line);
  }
}

function logEvent(log: vscode.LogOutputChannel, { session, kind, message }: EventParams): void {
  const line = `${session ?? 'server'} ${kind}: ${message}`;
  if (kind === 'warning' || kind === 'handlerFailed' || kind === 'bufferOutOfStep') {
    log.warn(line);
  } else {
    log.debug(line);
  }
}
