using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Evaluations;

/// <summary>What MSBuild made of projects, from one start to the next.</summary>
internal interface IEvaluations
{
    /// <summary>When an evaluation begins that is begun now.</summary>
    DateTime Now { get; }

    /// <summary>What was kept of a project, and how much of it an evaluation would give now; null where nothing was.</summary>
    KeptEvaluations? Find(string projectPath);

    /// <summary>Keeps what an evaluation gave, where all that it depends on is known.</summary>
    /// <param name="projectPath">Full path of the project that was evaluated.</param>
    /// <param name="projects">It and all that it refers to.</param>
    /// <param name="begunAt">When the evaluation was begun: what was written later may not be in it.</param>
    void Keep(string projectPath, ImmutableArray<ProjectInfo> projects, DateTime begunAt);
}
