using HotReload.Conformance;

return await new ConformanceCommand().Parse(args).InvokeAsync();
