using System.Diagnostics;
using System.Globalization;
using HotReload.Core.State;
using HotReload.Runtime.Launch;
using StateCarry;

// What it costs to carry state over a restart: this program, told to hold a number of objects, is captured and started again, with its
// state and without, in turn. Times of capture and restore are the agent's own; those of a restart are taken from outside.
const string Hold = "hold";
const int DefaultRuns = 5;
const string Ready = "ready";

if (args is [Hold, var size])
{
    if (Held.Items.Count == 0)
    {
        Held.Fill(int.Parse(size, CultureInfo.InvariantCulture));
    }

    Console.WriteLine($"{Ready} {Held.Items.Count}");
    Console.ReadLine();
    return;
}

var runs = args is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : DefaultRuns;
var launcher = new ProgramLauncher(LauncherOptions.Default, TimeProvider.System);
var folder = Directory.CreateTempSubdirectory("state-carry-").FullName;
var file = new StateFile(Path.Combine(folder, "a.state"), ["StateCarry"]);
Console.WriteLine($"{"objects",10} {"capture",10} {"restore",10} {"bytes",12} {"restart with",13} {"without",10}   medians of {runs}, ms");
foreach (var objects in new[] { 1_000, 100_000, 1_000_000 })
{
    await MeasureAsync(objects);
}

Directory.Delete(folder, recursive: true);

async Task MeasureAsync(int objects)
{
    var (capture, restore, with, without) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
    var bytes = 0L;
    for (var run = 0; run < runs; run++)
    {
        await using var program = (await StartAsync(objects, null)).Program;
        await program.WatchAsync(new(file, StateMode.Marked, StateLimits.Default), CancellationToken.None);
        var started = Stopwatch.GetTimestamp();
        var captured = await program.CaptureAsync(file, StateMode.Marked, StateLimits.Default, CancellationToken.None);
        var capturing = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        bytes = captured.Bytes;
        capture.Add(captured.Milliseconds);

        var (again, took) = await StartAsync(objects, file);
        restore.Add((await again.Restored).Milliseconds);
        with.Add(capturing + took);
        await again.DisposeAsync();

        var (fresh, tookFresh) = await StartAsync(0, null);
        without.Add(tookFresh);
        await fresh.DisposeAsync();
    }

    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{objects,10:N0} {Median(capture),10:F1} {Median(restore),10:F1} {bytes,12:N0} {Median(with),13:F1} {Median(without),10:F1}"));
}

async Task<(HotReload.Core.Ports.IRunningProgram Program, double Milliseconds)> StartAsync(int objects, StateFile? state)
{
    var target = typeof(Program).Assembly.Location;
    var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    var command = new LaunchCommand(
        target, [Hold, objects.ToString(CultureInfo.InvariantCulture)], folder, System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty, _ => Task.FromResult(System.Collections.Immutable.ImmutableArray<HotReload.Core.Reload.Generation>.Empty))
    {
        State = state,
    };
    var started = Stopwatch.GetTimestamp();
    var result = await launcher.LaunchAsync(command, output =>
    {
        if (output.Text.Contains(Ready, StringComparison.Ordinal))
        {
            ready.TrySetResult();
        }
    }, CancellationToken.None);
    var program = result.Program ?? throw new InvalidOperationException(result.Failure!.Reason);
    await ready.Task;
    return (program, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
}

static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
