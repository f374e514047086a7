using HotReload.Lsp.Hosting;

namespace HotReload.UnitTests.Lsp.Hosting;

public sealed class WorkersTests
{
    [Test]
    public void A_pool_that_has_more_already_keeps_them()
    {
        ThreadPool.GetMinThreads(out var before, out var completions);
        try
        {
            var many = Environment.ProcessorCount + Workers.Spare + 1;
            ThreadPool.SetMinThreads(many, completions);
            Workers.Provide();
            Assert.That(Least(), Is.EqualTo(many));

            ThreadPool.SetMinThreads(1, completions);
            Workers.Provide();
            Assert.That(Least(), Is.EqualTo(Environment.ProcessorCount + Workers.Spare));
        }
        finally
        {
            ThreadPool.SetMinThreads(before, completions);
        }

        static int Least()
        {
            ThreadPool.GetMinThreads(out var workers, out _);
            return workers;
        }
    }
}
