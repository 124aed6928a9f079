using System;
using System.Collections.Generic;
using System.Linq;

namespace SecureBuild.Analyzers.DataFlow.Models;

/// <summary>Reads lines of model files (<c>README.md</c> beside this file). Never throws: a line that cannot be read has a reason.</summary>
static class ModelParser
{
    static readonly Dictionary<string, TaintKind> s_kinds = Enum.GetValues(typeof(TaintKind)).Cast<TaintKind>()
        .Where(static kind => kind is not (TaintKind.None or TaintKind.Number or TaintKind.Abilities or TaintKind.Text or TaintKind.Any))
        .ToDictionary(static kind => kind.ToString().ToLowerInvariant());

    // What the values of each group start with.
    static readonly Dictionary<string, TaintKind> s_groups = new(StringComparer.Ordinal)
    {
        ["remote"] = TaintKind.Text,
        ["database"] = TaintKind.Text,
        ["file"] = TaintKind.Text,
        ["environment"] = TaintKind.Text,
        ["commandline"] = TaintKind.Text,
        ["socket"] = TaintKind.Text,
        ["queue"] = TaintKind.Text,
        ["response"] = TaintKind.Text,
        ["archive"] = TaintKind.ArchivePath | TaintKind.Abilities,
        ["exception"] = TaintKind.ErrorDetail,
        ["secret"] = TaintKind.Secret,
        ["personal"] = TaintKind.Personal,
        ["random"] = TaintKind.Predictable,
        ["origin"] = TaintKind.Origin,
    };

    /// <summary>Every kind's name.</summary>
    public static IReadOnlyDictionary<string, TaintKind> KindNames => s_kinds;

    /// <summary>What the values of each group of sources start with.</summary>
    public static IReadOnlyDictionary<string, TaintKind> Groups => s_groups;

    /// <summary>The line's fact; null for an empty line or a comment, and then <paramref name="mistake"/> is null, too.</summary>
    public static ModelLine? Parse(string text, out string? mistake)
    {
        mistake = null;
        var comment = text.StartsWith("#", StringComparison.Ordinal) ? 0 : text.IndexOf(" #", StringComparison.Ordinal);
        if (comment >= 0)
            text = text.Substring(0, comment);
        text = text.Trim();
        if (text.Length == 0)
            return null;
        var line = new ModelLine();
        try
        {
            Read(new Words(text), line);
        }
        catch (FormatException exception)
        {
            mistake = exception.Message;
            return null;
        }
        return line;
    }

    static void Read(Words words, ModelLine line)
    {
        var role = words.Next("a role");
        line.Role = role switch
        {
            "source" => ModelRole.Source,
            "entry" => ModelRole.Entry,
            "service" => ModelRole.Service,
            "sink" => ModelRole.Sink,
            "flow" => ModelRole.Flow,
            "clean" => ModelRole.Clean,
            "restore" => ModelRole.Restore,
            "none" => ModelRole.None,
            "guard" => ModelRole.Guard,
            "harmless" => ModelRole.Harmless,
            "shared" => ModelRole.Shared,
            "runs" => ModelRole.Runs,
            _ => throw new FormatException($"'{role}' is no role"),
        };
        if (line.Role is ModelRole.Source or ModelRole.Entry)
        {
            var parts = words.Next("a group").Split('-');
            line.Group = parts[0];
            line.Kinds = s_groups.TryGetValue(line.Group, out var kinds) ? kinds : throw new FormatException($"'{line.Group}' is no group of sources");
            for (var i = 1; i < parts.Length; i++)
                line.Kinds &= ~Kind(parts[i]);
        }
        else if (line.Role is ModelRole.Sink or ModelRole.Clean or ModelRole.Restore or ModelRole.Guard)
        {
            line.Kinds = Kinds(words.Next("kinds"));
            // What was checked against a list of what is known is none of anything.
            if (line.Role == ModelRole.Guard && line.Kinds == TaintKind.Text)
                line.Kinds = TaintKind.Any;
        }
        if (words.Peek?.StartsWith("~", StringComparison.Ordinal) == true)
        {
            line.Words = words.Rest().Substring(1).Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries);
            return;
        }
        Target(words, line);
        while (words.Peek is { } word)
        {
            if (word is "if" or "unless")
            {
                words.Next("");
                line.Condition = Condition(words.Rest(), word == "unless");
            }
            else if (line.Role is ModelRole.Sink or ModelRole.Shared && word == "as")
            {
                words.Next("");
                line.Behind = words.Until(" if ", " unless ");
            }
            else if (line.Role is ModelRole.Flow or ModelRole.Clean or ModelRole.Restore)
            {
                Flow(words.Until(" if ", " unless "), line);
            }
            else if (line.Role == ModelRole.Guard)
            {
                words.Next("");
                line.Outcome = word switch
                {
                    "true" => GuardOutcome.True,
                    "false" => GuardOutcome.False,
                    "nonnull" => GuardOutcome.NonNull,
                    "null" => GuardOutcome.Null,
                    "returns" => GuardOutcome.Returns,
                    _ => throw new FormatException($"'{word}' is no outcome of a guard"),
                };
            }
            else
            {
                throw new FormatException($"'{word}' is not understood");
            }
        }
        if (line.Role == ModelRole.Flow && line.Flows.Count == 0)
            throw new FormatException("a flow needs 'a -> b'");
    }

    static TaintKind Kinds(string words)
    {
        TaintKind kinds = 0;
        foreach (var word in words.Split(','))
        {
            var parts = word.Split('-');
            TaintKind some = parts[0] == "all" ? TaintKind.Text : Kind(parts[0]);
            for (var i = 1; i < parts.Length; i++)
                some &= ~Kind(parts[i]);
            kinds |= some;
        }
        return kinds;
    }

    static TaintKind Kind(string word) => s_kinds.TryGetValue(word, out var kind) ? kind : throw new FormatException($"'{word}' is no kind");

    static void Target(Words words, ModelLine line)
    {
        var target = words.Next("a member");
        if (target[0] == '@')
        {
            line.Attribute = target.Substring(1);
            return;
        }
        var open = target.IndexOf('(');
        if (open >= 0)
        {
            while (target[target.Length - 1] != ')')
                target += words.Next("')'");
            line.Places = target.Substring(open + 1, target.Length - open - 2).Split(',').Where(static place => place.Trim().Length > 0).Select(static place => Place(place.Trim())).ToArray();
            target = target.Substring(0, open);
        }
        var separator = target.IndexOf("::", StringComparison.Ordinal);
        line.Type = WithoutArity(separator < 0 ? target : target.Substring(0, separator));
        if (line.Type.StartsWith("[", StringComparison.Ordinal) && line.Type.IndexOf(']') is > 0 and var bracket)
        {
            line.Assembly = line.Type.Substring(1, bracket - 1);
            line.Type = line.Type.Substring(bracket + 1);
        }
        if (line.Type == "*")
            line.Type = null;
        if (separator < 0)
        {
            if (line.Role is not (ModelRole.Service or ModelRole.Harmless or ModelRole.Shared))
                throw new FormatException("'Type::Member' is missing");
            return;
        }
        var member = target.Substring(separator + 2);
        if (member.EndsWith(".[]=", StringComparison.Ordinal))
        {
            line.IsAdded = true;
            member = member.Substring(0, member.Length - 4);
        }
        else if (member.EndsWith("=", StringComparison.Ordinal))
        {
            line.IsAssigned = true;
            member = member.Substring(0, member.Length - 1);
        }
        var slash = member.IndexOf('/');
        if (slash >= 0)
        {
            if (int.TryParse(member.Substring(slash + 1), out var count))
                line.ParameterCount = count;
            else
                line.Overload = slash + 1 < member.Length ? member.Substring(slash + 1) : throw new FormatException("a number of parameters or their types must follow '/'");
            member = member.Substring(0, slash);
        }
        if (member.EndsWith("*", StringComparison.Ordinal))
        {
            line.IsPrefix = true;
            member = member.Substring(0, member.Length - 1);
        }
        else if (member.Length == 0)
        {
            throw new FormatException("the member's name is missing");
        }
        line.Member = member;
    }

    static string WithoutArity(string type)
    {
        for (var at = type.IndexOf('`'); at >= 0; at = type.IndexOf('`'))
        {
            var end = at + 1;
            while (end < type.Length && char.IsDigit(type[end]))
                end++;
            type = type.Remove(at, end - at);
        }
        return type;
    }

    static void Flow(string text, ModelLine line)
    {
        // "* -> this, return, a -> b": what has no arrow is one more goal of the last.
        ModelPlace? from = null;
        foreach (var part in text.Split(','))
        {
            var arrow = part.IndexOf("->", StringComparison.Ordinal);
            if (arrow >= 0)
                from = Place(part.Substring(0, arrow).Trim());
            else if (from is null)
                throw new FormatException($"'{part.Trim()}' has no '->'");
            line.Flows.Add((from, Place(part.Substring(arrow < 0 ? 0 : arrow + 2).Trim())));
        }
    }

    static ModelPlace Place(string text)
    {
        if (text.Length == 0)
            throw new FormatException("a place is empty");
        var path = new List<string>();
        var dot = text.IndexOf('.');
        if (dot > 0)
        {
            path.AddRange(text.Substring(dot + 1).Split('.'));
            text = text.Substring(0, dot);
        }
        var open = text.IndexOf('(');
        if (open < 0)
            return new(text, ModelPlace.NoDelegate, path.ToArray());
        var inner = text.Substring(open + 1).TrimEnd(')').Trim();
        return new(text.Substring(0, open), inner.Length == 0 ? ModelPlace.DelegateResult : int.TryParse(inner, out var number) ? number : throw new FormatException($"'{inner}' is no number of an argument"), path.ToArray());
    }

    static ModelCondition Condition(string text, bool isUnless)
    {
        if (text.StartsWith("type @", StringComparison.Ordinal))
            return new("type", '=', [text.Substring("type @".Length).Trim()], isUnless);
        var sign = text.IndexOfAny(['=', '~', '^']);
        return sign > 0 ? new(text.Substring(0, sign).Trim(), text[sign], text.Substring(sign + 1).Trim().Split('|'), isUnless) : throw new FormatException("a condition needs '=', '~' or '^'");
    }

    /// <summary>Words between blanks, one after the other.</summary>
    sealed class Words(string text)
    {
        int _at;

        public string? Peek
        {
            get
            {
                while (_at < text.Length && text[_at] == ' ')
                    _at++;
                if (_at >= text.Length)
                    return null;
                var end = text.IndexOf(' ', _at);
                return text.Substring(_at, (end < 0 ? text.Length : end) - _at);
            }
        }

        public string Next(string what)
        {
            var word = Peek ?? throw new FormatException($"{what} is missing");
            _at += word.Length;
            return word;
        }

        public string Rest()
        {
            var rest = text.Substring(_at).Trim();
            _at = text.Length;
            return rest;
        }

        public string Until(params string[] ends)
        {
            var end = text.Length;
            foreach (var stop in ends)
                if (text.IndexOf(stop, _at, StringComparison.Ordinal) is >= 0 and var at && at < end)
                    end = at;
            var part = text.Substring(_at, end - _at).Trim();
            _at = end;
            return part;
        }
    }
}
