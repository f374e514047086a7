namespace HotReload.Conformance.Reporting;

/// <summary>How the running program compares with a build of the same text.</summary>
public enum StepVerdict
{
    /// <summary>It answers what a program that was built from the text answers.</summary>
    Same,

    /// <summary>The result asked for a restart, and restarted it answers what the built program answers.</summary>
    Restarted,

    /// <summary>The text has errors, for the build too.</summary>
    Held,

    /// <summary>It behaves otherwise than a build would, and the result did not say so.</summary>
    Different,

    /// <summary>The case says what must come of the step, and it came.</summary>
    Expected,

    /// <summary>The case says what must come of the step, and something else came.</summary>
    Unexpected,

    /// <summary>The program, or what serves it, ended or did not answer in time.</summary>
    Crashed,

    /// <summary>It could not be run: its line is no case, or its project can't be built.</summary>
    Unusable,
}
