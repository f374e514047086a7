import path from 'node:path';
import * as vscode from 'vscode';
import { methods, type ProjectInfo } from './protocol';
import type { Server } from './server/server';

/** A project, and a profile where one was named. */
export interface Choice {
  readonly project?: string;
  readonly launchProfile?: string;
}

interface Item extends vscode.QuickPickItem {
  readonly choice: Choice;
}

const key = 'hotReload.project';

/**
 * Which project runs: the only one, else the one that the user has picked. The pick is kept for the workspace. A file-based
 * program that is open comes first.
 */
export class ProjectChoice {
  constructor(
    private readonly server: Server,
    private readonly memory: vscode.Memento,
  ) {}

  async all(): Promise<readonly ProjectInfo[]> {
    return (await this.server.request(methods.projects, undefined)).projects;
  }

  /** What to run now. An empty choice lets the server say why there is nothing to run. */
  async choose(): Promise<Choice | 'cancelled'> {
    const projects = await this.all();
    const open = openFile();
    if (open !== undefined && (projects.length === 0 || projects.some((project) => project.path === open))) {
      return { project: open };
    }

    const kept = this.memory.get<Choice>(key);
    if (kept && projects.some((project) => fits(project, kept))) {
      return kept;
    }

    const [first, second] = projects;
    return first && !second ? { project: first.path } : first ? await this.pick(projects) : {};
  }

  /** Asks, and keeps the answer. */
  async pick(projects?: readonly ProjectInfo[]): Promise<Choice | 'cancelled'> {
    const items = (projects ?? (await this.all())).flatMap(toItems);
    const item = await vscode.window.showQuickPick(items, {
      title: 'Hot Reload: Select Project',
      placeHolder: items.length === 0 ? 'No project of this workspace can be run' : 'The project to run',
      matchOnDescription: true,
    });
    if (!item) {
      return 'cancelled';
    }

    await this.memory.update(key, item.choice);
    return item.choice;
  }
}

/** The C# file before the user: where there is no project, it is what they want to run. */
function openFile(): string | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'csharp' && document.uri.scheme === 'file' ? document.uri.fsPath : undefined;
}

function fits({ path: project, launchProfiles }: ProjectInfo, choice: Choice): boolean {
  return (
    project === choice.project && (choice.launchProfile === undefined || launchProfiles.includes(choice.launchProfile))
  );
}

function toItems({ path: project, name, launchProfiles }: ProjectInfo): Item[] {
  const description = vscode.workspace.asRelativePath(path.dirname(project));
  const profiles = launchProfiles.length > 1 ? launchProfiles : [undefined];
  return profiles.map((launchProfile) => ({
    label: launchProfile === undefined ? name : `${name} (${launchProfile})`,
    description,
    choice: launchProfile === undefined ? { project } : { project, launchProfile },
  }));
}
