using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Core.State;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.State;

/// <summary>What the running program is to do to its state when it has an edit.</summary>
/// <param name="Types">The types whose objects or statics the edit gives something new.</param>
internal sealed record StatePlan(ImmutableArray<PlannedType> Types)
{
    /// <summary>There is nothing to do.</summary>
    public static StatePlan Nothing { get; } = new([]);

    /// <summary>Finds it out from the members that an edit changes.</summary>
    public static async Task<StatePlan> FindAsync(Solution solution, ImmutableArray<ChangedMember> members, CancellationToken cancellationToken)
    {
        var types = new Dictionary<(string Assembly, string Type), PlannedType>();
        foreach (var file in members.Where(MayMatter).GroupBy(member => member.File))
        {
            foreach (var document in solution.GetDocumentIdsWithFilePath(file.Key).Select(solution.GetDocument).OfType<Document>())
            {
                await AddAsync(types, document, file, cancellationToken);
            }
        }

        return types.Count == 0 ? Nothing : new([.. types.Values]);
    }

    /// <summary>What is to be said at places in the source.</summary>
    public IEnumerable<ReloadDiagnostic> Hints => Types.Where(type => type.State.Migrations.IsEmpty).SelectMany(type => type.Hints).Distinct();

    /// <summary>Whether the program gives a new member its initial value.</summary>
    public bool Makes(string member) => Types.Any(type => type.Made.Contains(member));

    /// <summary>The deltas with what the program is to do beside each.</summary>
    public ImmutableArray<ModuleDelta> AddTo(ImmutableArray<ModuleDelta> deltas) => Types.IsEmpty
        ? deltas
        : [.. deltas.Select(delta => delta with { NewState = [.. Types.Where(type => type.Assembly == delta.AssemblyName && type.HasWork).Select(type => type.State)] })];

    static bool MayMatter(ChangedMember member) =>
        member is { Change: MemberChange.Added, Kind: "field" or "property" or "event" } or { Change: not MemberChange.Removed, Kind: "method" };

    static async Task AddAsync(
        Dictionary<(string, string), PlannedType> types, Document document, IEnumerable<ChangedMember> members, CancellationToken cancellationToken)
    {
        SemanticModel? model = null;
        var root = await document.GetSyntaxRootAsync(cancellationToken);
        var text = await document.GetTextAsync(cancellationToken);
        foreach (var member in members)
        {
            if (Places.FindNode(root, text, member.Range)?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { Parent: TypeDeclarationSyntax declaration } node
                && (member.Kind == "method" ? MigrationMethods.MayBe(node) : NewState.HoldsValue(node)))
            {
                model ??= (await document.GetSemanticModelAsync(cancellationToken))!;
                if (model.GetDeclaredSymbol(declaration, cancellationToken) is { } type)
                {
                    Add(types, document.Project.AssemblyName, type, member, node, model);
                }
            }
        }
    }

    static void Add(
        Dictionary<(string, string), PlannedType> types, string assembly, INamedTypeSymbol type, ChangedMember member, MemberDeclarationSyntax node,
        SemanticModel model)
    {
        var key = (assembly, ReflectionNames.OfDefinition(type));
        var planned = types.GetValueOrDefault(key)
            ?? new(assembly, new(key.Item2, StateFinding.TypeOf(member), [], []), []);
        var found = member.Kind == "method" ? null : NewMembers.Read(node, NameOf(member), model);
        if (found is null && member.Kind != "method")
        {
            return;
        }

        types[key] = planned with
        {
            State = planned.State with
            {
                Fields = found is var (field, value) && value is not null ? planned.State.Fields.Add(new(field, value)) : planned.State.Fields,
                Migrations = [.. MigrationMethods.Of(type)],
            },
            Made = found is { Value: not null } ? planned.Made.Add(member.Name) : planned.Made,
            Unmade = found is { Value: null } ? planned.Unmade.Add(NameOf(member)) : planned.Unmade,
            Hints = found is { Value: null } ? planned.Hints.Add(Hint(member, assembly)) : planned.Hints,
        };
    }

    static ReloadDiagnostic Hint(ChangedMember member, string project) => new(
        NewFieldHint.Code, HotReload.Core.Reload.DiagnosticSeverity.Information,
        $"{member.Name}: objects made before the change hold the default value; a [MigrateState] method can set it.",
        member.File, member.Range, project);

    static string NameOf(ChangedMember member) => member.Name[(member.Name.LastIndexOf('.') + 1)..];
}
