using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.Engine.EditAndContinue;
using HotReload.UnitTests.Engine.Session;

namespace HotReload.UnitTests.Engine.EditAndContinue;

/// <summary>The SDK's own service over many generations.</summary>
public sealed class BaselineChainTests
{
    const int Generations = 40;

    /// <summary>Without the cut, each generation keeps a compilation: a tenth of a megabyte for this program.</summary>
    const long MostBytesEach = 40_000;

    [Test]
    public async Task What_generations_long_ago_were_made_from_is_let_go()
    {
        using var program = await SmallProgram.CreateAsync();
        await using var session = await program.Engine.StartSessionAsync(CancellationToken.None);
        await EditAsync(1, 5);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await EditAsync(6, 5 + Generations);

        Assert.That((GC.GetTotalMemory(forceFullCollection: true) - before) / Generations, Is.LessThan(MostBytesEach));

        async Task EditAsync(int first, int last)
        {
            for (var number = first; number <= last; number++)
            {
                var text = SmallProgram.CalcText.Replace("a + b", $"a + b + {number}", StringComparison.Ordinal);
                var change = await session.CompileAsync(Snapshot.Empty.With(program.Calc, text), Haste.Now, CancellationToken.None);
                Assert.That(change.Verdict, Is.EqualTo(CompileVerdict.Ready));
                session.Commit();
            }
        }
    }

    [Test]
    public void A_service_of_another_shape_is_left_as_it_is()
    {
        var chain = new BaselineChain(new { Other = 1 });

        Assert.That(chain.Cut(), Is.Zero);
        Assert.That(new StateNumbers(chain).Extend(), Is.False);
        Assert.DoesNotThrow(new AddedStates(chain).Note);
        Assert.That(CommittedText.Replace([new { Other = 1 }], null!), Is.False);
    }
}
