namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What putting text together does to its dangers: where a value stands decides whether it can name a host, a root or a scheme.</summary>
static class Texts
{
    /// <summary>Stands in a prefix for text that nobody outside chooses but that is not known here.</summary>
    const char Unknown = '\uFFFF';

    const int MaxPrefix = 200;

    /// <summary>One text after the other.</summary>
    public static Value Concatenate(Value left, Taint? leftTaint, Value right, Taint? rightTaint)
    {
        if (left.HasConstant && right.HasConstant && Text(left.Constant) is { } one && Text(right.Constant) is { } other && one.Length + other.Length < 4000)
            return Value.OfConstant(one + other);
        if (left is { HasConstant: true, Constant: null or "" })
            return Value.Of(rightTaint).WithPrefix(Start(right, rightTaint), right.EndsInSeparator);
        if (right is { HasConstant: true, Constant: null or "" })
            return Value.Of(leftTaint).WithPrefix(Start(left, leftTaint), left.EndsInSeparator);
        var start = Start(left, leftTaint);
        var lost = Lost(start);
        // A slash before what begins with none is one slash.
        if (start == "/" && rightTaint is not null && System.Array.TrueForAll(rightTaint.Parts, static part => (part.Kinds & (TaintKind.OtherHost | TaintKind.Absolute)) == 0))
            lost |= TaintKind.Ssrf | TaintKind.Redirect;
        var taint = Taint.Join(leftTaint, rightTaint?.Only(~lost));
        var prefix = leftTaint is null ? start + Start(right, rightTaint) : start;
        return Value.Of(taint).WithPrefix(prefix.Length <= MaxPrefix ? prefix : prefix.Substring(0, MaxPrefix), right.EndsInSeparator);
    }

    /// <summary>How the text begins, as far as nobody outside chooses it.</summary>
    static string Start(Value value, Taint? taint) => value.HasConstant ? Text(value.Constant) ?? "" : taint is not null || value.Prefix.Length > 0 ? value.Prefix : Unknown.ToString();

    /// <summary>What a value can no longer do when it stands behind this text.</summary>
    static TaintKind Lost(string start)
    {
        if (start.Length == 0)
            return 0;
        var lost = TaintKind.Absolute;
        if (NamesHost(start))
            lost |= TaintKind.Ssrf | TaintKind.Redirect;
        return lost;
    }

    /// <summary>Whether an address that begins so has its host, or stays on its own, whatever follows.</summary>
    public static bool NamesHost(string start)
    {
        var scheme = start.IndexOf("://", System.StringComparison.Ordinal);
        if (scheme >= 0)
            return EndsAuthority(start, scheme + 3);
        if (start.StartsWith("//", System.StringComparison.Ordinal))
            return EndsAuthority(start, 2);
        if (start[0] is '/' or '\\')
            return start.Length > 1 && start[1] is not ('/' or '\\');
        if (start[0] is '?' or '#' || start.StartsWith("~/", System.StringComparison.Ordinal))
            return true;
        var slash = start.IndexOfAny(['/', '?', '#']);
        var colon = start.IndexOf(':');
        return slash > 0 && (colon < 0 || colon > slash);
    }

    static bool EndsAuthority(string start, int from) => start.IndexOfAny(['/', '?', '#'], from) > from;

    static string? Text(object? constant) => constant switch
    {
        null => "",
        string text => text,
        char character => character.ToString(),
        bool flag => flag ? "True" : "False",
        System.IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };
}
