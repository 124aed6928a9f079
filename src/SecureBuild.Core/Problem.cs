namespace SecureBuild;

/// <summary>How bad a problem is.</summary>
public enum ProblemLevel
{
    /// <summary>To know.</summary>
    Information,
    /// <summary>The result is less than it could be.</summary>
    Warning,
    /// <summary>There is no result.</summary>
    Error,
}

/// <summary>
/// An expected failure as a value: code, what happened, to which file and line, and what to do (all in <see cref="Text"/>). Made only by
/// <see cref="Messages"/>, in the reader's language.
/// </summary>
/// <param name="Code"><c>SB9001</c> …; never reused.</param>
/// <param name="Level">How bad.</param>
/// <param name="Text">One or two sentences: what happened, what to do.</param>
/// <param name="File">File concerned, or null.</param>
/// <param name="Line">Line in it, from 1; 0 where unknown.</param>
/// <param name="Column">Column in it, from 1; 0 where unknown.</param>
public sealed record Problem(string Code, ProblemLevel Level, string Text, string? File = null, int Line = 0, int Column = 0)
{
    /// <summary>The page that explains the code.</summary>
    public string HelpLink => Identity.HelpLink(Code);

    /// <summary><c>file(line,column): error SB9001: text</c>, as compilers print it.</summary>
    public override string ToString()
    {
        var file = File is null ? "" : Printable.Of(File);
        var place = File is null ? "" : Line > 0 ? $"{file}({Line},{Math.Max(Column, 1)}): " : $"{file}: ";
        return $"{place}{Level.ToString().ToLowerInvariant()} {Code}: {Text}";
    }
}

/// <summary>Carries a <see cref="Problem"/> to the end that can print it. Anything else thrown is a bug of ours.</summary>
public sealed class ProblemException(Problem problem, Exception? inner = null) : Exception(problem.ToString(), inner)
{
    /// <summary>What happened.</summary>
    public Problem Problem { get; } = problem;
}
