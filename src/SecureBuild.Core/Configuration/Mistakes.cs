using System.Collections.Immutable;

namespace SecureBuild.Configuration;

/// <summary>Collects problems of one file, turning offsets into lines and columns.</summary>
sealed class Mistakes(string file, string text)
{
    readonly List<Mistake> _found = [];

    public int Count => _found.Count;

    /// <summary>Whether anything is wrong, not only to be warned of.</summary>
    public bool HasErrors => _found.Exists(static found => found.Problem.Level == ProblemLevel.Error);

    public void Add(string code, int offset, params object?[] arguments)
    {
        var (line, column) = Place(offset);
        _found.Add(new(offset, Messages.Error(code, file, line, column, arguments)));
    }

    public void Warn(string code, int offset, params object?[] arguments)
    {
        var (line, column) = Place(offset);
        _found.Add(new(offset, Messages.Warning(code, file, line, column, arguments)));
    }

    public ImmutableArray<Problem> InOrder() => [.. _found.OrderBy(found => found.Offset).Select(found => found.Problem)];

    /// <summary>Line and column of an offset, from 1.</summary>
    public (int Line, int Column) Place(int offset)
    {
        var before = text.AsSpan(0, Math.Min(offset, text.Length));
        return (before.Count('\n') + 1, before.Length - (before.LastIndexOf('\n') + 1) + 1);
    }

    sealed record Mistake(int Offset, Problem Problem);
}
