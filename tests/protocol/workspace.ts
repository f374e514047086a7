import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
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

  /** Writes a library, and a program for each name that answers with it; the projects' paths. */
  addSharing(library: string, ...programs: string[]): string[] {
    this.write(`${library}/Greeter.cs`, greeter.replace('static class', 'public static class'));
    this.write(`${library}/${library}.csproj`, project.replace('<OutputType>Exe</OutputType>', ''));
    const reference = `  <ItemGroup><ProjectReference Include="../${library}/${library}.csproj" /></ItemGroup>\n</Project>`;
    return programs.map((name) => {
      this.write(`${name}/Program.cs`, program);
      return this.write(`${name}/${name}.csproj`, project.replace('</Project>', reference));
    });
  }

  /** A workspace with a program of tests/fixtures, as it is before anyone has built it. */
  static fixture(name: string): Workspace {
    const workspace = new Workspace();
    cpSync(path.resolve('tests/fixtures', name), workspace.folder, {
      recursive: true,
      filter: (file) => !['bin', 'obj'].includes(path.basename(file)),
    });
    return workspace;
  }

  /** Writes a file; its full path. */
  write(file: string, text: string | Uint8Array): string {
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
