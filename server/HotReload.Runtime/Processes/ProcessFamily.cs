namespace HotReload.Runtime.Processes;

/// <summary>Finds descendants in a list of who is whose child.</summary>
static class ProcessFamily
{
    /// <summary>The ids of all descendants, parents before children.</summary>
    public static IReadOnlyList<int> Descendants(int root, IEnumerable<(int Id, int Parent)> processes)
    {
        var children = processes.ToLookup(process => process.Parent, process => process.Id);
        var found = new List<int>();
        var seen = new HashSet<int> { root };
        var queue = new Queue<int>([root]);
        while (queue.TryDequeue(out var parent))
        {
            // An id that was used again can make a circle.
            foreach (var child in children[parent].Where(seen.Add))
            {
                found.Add(child);
                queue.Enqueue(child);
            }
        }

        return found;
    }

    /// <summary>As <see cref="Descendants"/>, those that are still there, with what makes them unmistakable.</summary>
    public static IReadOnlyList<ProcessIdentity> Identify(IEnumerable<int> ids, IProcessTable table) =>
        [.. ids.Select(table.Find).OfType<ProcessIdentity>()];
}
