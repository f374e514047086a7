using HotReload.Core.Reload;
using HotReload.Demo.Scripted;
using HotReload.Testing.Protocol;

namespace HotReload.Demo.Reporting;

/// <summary>One result a line, as docs/protocol.md has it, for other programs to read.</summary>
sealed class JsonLines(TextWriter output) : IReloadReport
{
    public void Say(string sentence)
    {
    }

    public void Reloaded(ReloadResult result)
    {
        output.WriteLine(KitJson.Write(result));
        output.Flush();
    }

    public void ProgramWrote(string text) => Console.Error.Write(text);

    public void Done(StepReport step)
    {
    }

    public void Close(IReadOnlyList<StepReport> steps)
    {
    }
}
