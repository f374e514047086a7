using HotReload.Runtime.Processes;

namespace HotReload.UnitTests.Runtime.Processes;

public sealed class ProcessFamilyTests
{
    [Test]
    public void Descendants_of_all_depths_are_found_parents_first() => Assert.That(
        ProcessFamily.Descendants(1, [(4, 3), (3, 2), (2, 1), (9, 8), (1, 0)]),
        Is.EqualTo(new[] { 2, 3, 4 }));

    [Test]
    public void A_circle_of_reused_ids_ends() => Assert.That(
        ProcessFamily.Descendants(1, [(2, 1), (1, 2)]),
        Is.EqualTo(new[] { 2 }));
}
