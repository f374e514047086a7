using HotReload.Benchmarks;

return await new BenchmarkCommand().Parse(args).InvokeAsync();
