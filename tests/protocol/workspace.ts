import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const project = `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
  </PropertyGroup>
</Project>
`;

const program = `Console.WriteLine("up");
while (Console.ReadLine() is { } name)
{
    if (name == "exit")
    {
        return 3;
    }

    Console.WriteLine(Greeter.Greet(name));
}

return 0;
`;

const greeter = `static class Greeter
{
    static int count;

    public static string Greet(string name)
    {
        count++;
        return $"hello {name} {count}";
    }
}
`;

// Servers end with their tests, so at the end of the process no folder is in use.
const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A folder of the user's, with programs in it. */
export class Workspace {
  readonly folder: string;

  constructor() {
    this.folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'hotreload-protocol-')));
    folders.push(this.folder);
  }

  /** A workspace with one program that greets whoever's name it reads, and counts. */
  static greeter(): Workspace {
    const workspace = new Workspace();
    workspace.addGreeter('App');
    return workspace;
  }

  /** Writes the program; the project's path. */
  addGreeter(name: string): string {
    this.write(`${name}/Program.cs`, program);
    this.write(`${name}/Greeter.cs`, greeter);
    return this.write(`${name}/${name}.csproj`, project);
  }

  /** Writes a file; its full path. */
  write(file: string, text: string): string {
    const full = this.path(file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, text);
    return full;
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  path(file: string): string {
    return path.join(this.folder, file);
  }
}
