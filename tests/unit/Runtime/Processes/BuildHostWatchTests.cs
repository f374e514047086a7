using System.Collections.Immutable;
using HotReload.Runtime.Processes;

namespace HotReload.UnitTests.Runtime.Processes;

[Platform("Linux,MacOsX")]
public sealed class BuildHostWatchTests
{
    const string Host = "/sdk/BuildHost-netcore/Microsoft.CodeAnalysis.Workspaces.MSBuild.BuildHost.dll";

    readonly string _name = Guid.NewGuid().ToString();
    readonly ChangingTable _table = new();

    string Socket => Path.Combine("/tmp", _name);

    [TearDown]
    public void Remove() => File.Delete(Socket);

    [Test]
    public void Hosts_of_all_shapes_are_known_and_nothing_else_is()
    {
        Assert.That(BuildHostWatch.SocketOf(["dotnet", "--roll-forward", "LatestMajor", Host, _name, "en-US"]), Is.EqualTo(Socket));
        Assert.That(BuildHostWatch.SocketOf(["dotnet", Host, "--property", "A=1", "--pipe", _name, "--locale", "en"]), Is.EqualTo(Socket));
        Assert.That(BuildHostWatch.SocketOf(["dotnet", "/app/program.dll", _name]), Is.Null);
        Assert.That(BuildHostWatch.SocketOf([_name, Host]), Is.Null);
        Assert.That(BuildHostWatch.SocketOf([]), Is.Null);
    }

    [Test]
    public async Task What_a_host_leaves_goes_when_it_has_ended_and_not_before()
    {
        var told = new List<string>();
        var watch = new BuildHostWatch(new Told(told), _table, TimeProvider.System);
        File.WriteAllText(Socket, "");
        _table.Children = ImmutableDictionary<ProcessIdentity, ImmutableArray<string>>.Empty.Add(new(4_000_002, 5), ["dotnet", Host, _name]);

        watch.Report("Shop");
        watch.Report("Store");
        Assert.That(told, Is.EqualTo(new[] { "Shop", "Store" }));
        Assert.That(watch.Cleared.IsCompleted, Is.False);
        Assert.That(File.Exists(Socket));

        _table.Children = [];
        await watch.Cleared;
        Assert.That(File.Exists(Socket), Is.False);
    }

    sealed class Told(List<string> told) : IProgress<string>
    {
        public void Report(string value) => told.Add(value);
    }

    sealed class ChangingTable : IProcessTable
    {
        public ImmutableDictionary<ProcessIdentity, ImmutableArray<string>> Children { get; set; } = [];

        public ProcessIdentity? Find(int id) => Children.Keys.Where(child => child.Id == id).Select(child => (ProcessIdentity?)child).FirstOrDefault();

        public IReadOnlyList<ProcessIdentity> Descendants(int id) => [.. Children.Keys];

        public IReadOnlyList<string> Arguments(int id) => Children.Single(child => child.Key.Id == id).Value;
    }
}
