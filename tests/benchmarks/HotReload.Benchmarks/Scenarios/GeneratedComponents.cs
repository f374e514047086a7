using System.Globalization;
using System.Text;

namespace HotReload.Benchmarks.Scenarios;

/// <summary>A Blazor program with static server rendering and as many components as large ones have, made by this class so that nobody has to keep them.</summary>
static class GeneratedComponents
{
    const string Project = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <RequiresAspNetWebAssets>false</RequiresAspNetWebAssets>
          </PropertyGroup>
        </Project>
        """;

    const string Main = """
        using Big;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRazorComponents();
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapRazorComponents<App>();
        app.Run();
        """;

    const string App = """
        <!DOCTYPE html>
        <html>
        <head><title>Big</title></head>
        <body>
          <Router AppAssembly="typeof(Program).Assembly">
            <Found Context="data"><RouteView RouteData="data" /></Found>
          </Router>
        </body>
        </html>
        """;

    const string Home = """
        @page "/"
        <h1>Welcome to the parts</h1>
        <p>@Words.Text</p>
        <Part0001 Title="first" Count="3" />
        """;

    const string Part = """
        ROUTE<section class="part">
          <h2>@Title: part NUMBER</h2>
          @if (Count > 0)
          {
            <p>There are @Count of them, @Describe(Count).</p>
          }
          else
          {
            <p>There is nothing of part NUMBER.</p>
          }
          <ul>
          @foreach (var item in Items)
          {
            <li class="@(item.Even ? "even" : "odd")">@item.Name costs @item.Price.ToString("0.00")</li>
          }
          </ul>
        CHILDREN</section>

        @code {
            [Parameter] public string Title { get; set; } = "none";
            [Parameter] public int Count { get; set; }

            record Item(string Name, decimal Price, bool Even);

            List<Item> Items { get; } = Make();

        STEPS    string Describe(int count) => count switch { 1 => "one", 2 => "two", _ => Step0(count) + Step1(count) };

            static List<Item> Make() => [.. Enumerable.Range(1, 3).Select(number => new Item($"item {number}", number * 1.5m, number % 2 == 0))];
        }
        """;

    const string Step = """
            string StepSTEP(int value)
            {
                var total = value;
                for (var index = 0; index < STEP + 3; index++)
                {
                    total += index * value % (STEP + 2);
                }

                return total > NUMBER ? "many" : "few";
            }


        """;

    const int Steps = 4;
    const int ChildrenOfSome = 3;

    /// <summary>The files; those that are edited are <c>Home.razor</c> and <c>Words.cs</c>.</summary>
    /// <param name="components">How many components there are, all together.</param>
    public static Dictionary<string, string> Files(int components)
    {
        var files = new Dictionary<string, string>
        {
            ["Big.csproj"] = Project,
            ["Program.cs"] = Main,
            ["App.razor"] = App,
            ["Home.razor"] = Home,
            ["Words.cs"] = "namespace Big;\n\npublic static class Words\n{\n    public static string Text => \"Some words\";\n}\n",
            ["_Imports.razor"] = "@using Microsoft.AspNetCore.Components.Web\n@using Microsoft.AspNetCore.Components.Routing\n@using Big\n@using Big.Parts\n",
        };
        var parts = components - 2;
        for (var number = 1; number <= parts; number++)
        {
            files[$"Parts/{NameOf(number)}.razor"] = PartOf(number, parts);
        }

        return files;
    }

    static string PartOf(int number, int parts)
    {
        var steps = string.Concat(Enumerable.Range(0, Steps).Select(step => Numbered(Step, "STEP", step)));
        var route = number % 20 == 0 ? Numbered("@page \"/pNUMBER\"\n", "NUMBER", number) : "";
        return Numbered(Part.Replace("STEPS", steps, StringComparison.Ordinal), "NUMBER", number)
            .Replace("ROUTE", route, StringComparison.Ordinal)
            .Replace("CHILDREN", Children(number, parts), StringComparison.Ordinal);
    }

    // Only of higher numbers, so that none is within itself.
    static string Children(int number, int parts)
    {
        var text = new StringBuilder();
        for (var child = 1; number % 3 == 0 && child <= ChildrenOfSome && number * 2 + child <= parts; child++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  <{NameOf(number * 2 + child)} Title=\"child {child}\" Count=\"{child}\" />\n");
        }

        return text.ToString();
    }

    static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"Part{number:0000}");

    static string Numbered(string template, string place, int number) =>
        template.Replace(place, number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
