using System.Collections.Immutable;

namespace SecureBuild.Licences;

/// <summary>An SPDX licence expression (SPDX 2.3, annex D), kept whole: what stood in parentheses still does; identifiers in the list's spelling, deprecated ones replaced.</summary>
abstract record LicenceExpression
{
    const int Longest = 4096, Deepest = 64;

    /// <summary>The licences named in it, each with its exception.</summary>
    public abstract IEnumerable<LicenceTerm> Terms { get; }

    /// <summary>An expression, or null where the text is none by the grammar or names a licence that the list does not have.</summary>
    public static LicenceExpression? Parse(string? text)
    {
        if (text is null or { Length: > Longest })
            return null;
        var tokens = Tokens(text);
        var at = 0;
        return Alternatives(tokens, ref at, 0) is { } expression && at == tokens.Count ? expression : null;
    }

    // OR binds less than AND, AND less than WITH.
    static LicenceExpression? Alternatives(List<string> tokens, ref int at, int depth)
    {
        var left = depth > Deepest ? null : Conjunction(tokens, ref at, depth);
        while (left is not null && at < tokens.Count && tokens[at] is "OR" or "or")
        {
            at++;
            left = Conjunction(tokens, ref at, depth) is { } right ? new LicenceChoiceOf(left, right) : null;
        }
        return left;
    }

    static LicenceExpression? Conjunction(List<string> tokens, ref int at, int depth)
    {
        var left = Operand(tokens, ref at, depth);
        while (left is not null && at < tokens.Count && tokens[at] is "AND" or "and")
        {
            at++;
            left = Operand(tokens, ref at, depth) is { } right ? new LicenceAllOf(left, right) : null;
        }
        return left;
    }

    static LicenceExpression? Operand(List<string> tokens, ref int at, int depth)
    {
        if (at >= tokens.Count)
            return null;
        if (tokens[at] == "(")
        {
            at++;
            var inner = Alternatives(tokens, ref at, depth + 1);
            return inner is not null && at < tokens.Count && tokens[at++] == ")" ? new LicenceInParentheses(inner) : null;
        }
        if (SpdxList.Licence(tokens[at++]) is not { } licence)
            return null;
        if (at >= tokens.Count || tokens[at] is not ("WITH" or "with"))
            return licence;
        at++;
        return licence.Exception is null && at < tokens.Count && SpdxList.Exception(tokens[at++]) is { } exception ? licence with { Exception = exception } : null;
    }

    static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is ' ' or '\t' or '\r' or '\n')
                continue;
            var start = i;
            if (text[i] is not ('(' or ')'))
                while (i + 1 < text.Length && text[i + 1] is not (' ' or '\t' or '\r' or '\n' or '(' or ')'))
                    i++;
            tokens.Add(text[start..(i + 1)]);
        }
        return tokens;
    }
}

/// <summary>One licence, perhaps "or later", perhaps with an exception.</summary>
/// <param name="Id">Identifier in the list's spelling, with <c>+</c> where it stood; or a <c>LicenseRef-</c>.</param>
/// <param name="Exception">Identifier of the exception, or null.</param>
sealed record LicenceTerm(string Id, string? Exception = null) : LicenceExpression
{
    /// <inheritdoc/>
    public override IEnumerable<LicenceTerm> Terms => [this];

    /// <summary>Stands in SPDX's list rather than in the document itself.</summary>
    public bool IsListed => !Id.Contains("LicenseRef-", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Exception is null ? Id : $"{Id} WITH {Exception}";
}

/// <summary><c>Left AND Right</c>.</summary>
sealed record LicenceAllOf(LicenceExpression Left, LicenceExpression Right) : LicenceExpression
{
    /// <inheritdoc/>
    public override IEnumerable<LicenceTerm> Terms => Left.Terms.Concat(Right.Terms);

    /// <inheritdoc/>
    public override string ToString() => $"{Left} AND {Right}";
}

/// <summary><c>Left OR Right</c>.</summary>
sealed record LicenceChoiceOf(LicenceExpression Left, LicenceExpression Right) : LicenceExpression
{
    /// <inheritdoc/>
    public override IEnumerable<LicenceTerm> Terms => Left.Terms.Concat(Right.Terms);

    /// <inheritdoc/>
    public override string ToString() => $"{Left} OR {Right}";
}

/// <summary><c>(Inner)</c>.</summary>
sealed record LicenceInParentheses(LicenceExpression Inner) : LicenceExpression
{
    /// <inheritdoc/>
    public override IEnumerable<LicenceTerm> Terms => Inner.Terms;

    /// <inheritdoc/>
    public override string ToString() => $"({Inner})";
}
