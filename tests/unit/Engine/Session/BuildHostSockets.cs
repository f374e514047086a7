using HotReload.Runtime.Processes;

namespace HotReload.UnitTests.Engine.Session;

/// <summary>Sees at which sockets build hosts listen while they evaluate projects, beside the watch that clears up after them.</summary>
sealed class BuildHostSockets : IProgress<string>
{
    readonly IProcessTable _table = ProcessPlatform.ForThisSystem().Table;
    readonly HashSet<string> _seen = [];

    public BuildHostSockets() => Watch = new(this, TimeProvider.System);

    /// <summary>To be told of each project.</summary>
    public BuildHostWatch Watch { get; }

    /// <summary>Full paths of those that were there.</summary>
    public IReadOnlyCollection<string> Seen => _seen;

    public void Report(string value) => _seen.UnionWith(
        _table.Descendants(Environment.ProcessId).Select(child => BuildHostWatch.SocketOf(_table.Arguments(child.Id))).OfType<string>().Where(File.Exists));
}
