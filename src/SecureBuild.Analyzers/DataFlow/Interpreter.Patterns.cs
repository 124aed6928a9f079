using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.RegularExpressions;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Checks and replacements by regular expressions that are known.</summary>
sealed partial class Interpreter
{
    /// <summary>Checks and replacements by a pattern that is known.</summary>
    Value? KnownOfPattern(CallContext call)
    {
        var isStatic = call.Method.IsStatic;
        var pattern = isStatic ? (call.Values.Length > 1 ? call.Values[1] : null) : call.Receiver is { Objects.Length: > 0 } regex ? ReadMember(regex, "Pattern", null) : null;
        if (call.Method.Name is not ("IsMatch" or "Match" or "Replace") || call.Values.Length == 0 || pattern is not { HasConstant: true, Constant: string text })
            return null;
        var options = isStatic ? OptionsIn(call) : ReadMember(call.Receiver!, "Options", null) is { HasConstant: true, Constant: int known } ? (RegexOptions)known : RegexOptions.None;
        if (call.Method.Name == "Replace")
            return ReplacedBy(call, text, options);
        if (call.Operations[0] is not { } input || PlaceOf(input) is not { } place)
            return null;
        var whenTrue = RegexGuard.CharactersAllowedBy(text, options) is { } allowed ? LostBy(allowed) : 0;
        var whenFalse = RegexGuard.AllowedWhenNotMatched(text, options) is { } left ? LostBy(left) : 0;
        var seen = SeenIn(place);
        var condition = Condition.Of(whenTrue == 0 ? Condition.None : [new Fact(place, whenTrue, seen)], whenFalse == 0 ? Condition.None : [new Fact(place, whenFalse, seen)]);
        return call.Method.Name == "Match" ? Value.Of(TaintOf(call.Values[0])?.Only(~whenTrue)).With(condition) : Value.Unknown.With(condition);
    }

    // [GeneratedRegex(pattern, options)]: known by its attribute, whatever the generator makes of it.
    Value? GeneratedPattern(ISymbol member, ITypeSymbol? type, IOperation site)
    {
        if (type?.Name != "Regex")
            return null;
        foreach (var attribute in member.GetAttributes())
            if (attribute is { AttributeClass.Name: "GeneratedRegexAttribute", ConstructorArguments: { Length: > 0 } arguments } && arguments[0].Value is string pattern)
            {
                var regex = NewObject(site, type, null);
                WriteMember(regex, "Pattern", Value.OfConstant(pattern));
                WriteMember(regex, "Options", Value.OfConstant(arguments.Length > 1 && arguments[1].Value is int options ? options : 0));
                return regex;
            }
        return null;
    }

    static RegexOptions OptionsIn(CallContext call)
    {
        for (var i = 2; i < call.Values.Length; i++)
            if (call.Method.Parameters[i].Type.Name == "RegexOptions" && call.Values[i] is { HasConstant: true, Constant: int options })
                return (RegexOptions)options;
        return RegexOptions.None;
    }

    Value? ReplacedBy(CallContext call, string pattern, RegexOptions options)
    {
        foreach (var parameter in call.Method.Parameters)
            if (parameter.Name == "replacement" && call.Values[parameter.Ordinal] is { HasConstant: true, Constant: string replacement } && RegexGuard.AllowedWhenNotMatched(pattern, options) is { } left)
                return Value.Of(TaintOf(call.Values[0])?.Only(~(LostBy(left) & LostBy(replacement))));
        return null;
    }

    static TaintKind LostBy(string replacement)
    {
        var all = TaintKind.Any;
        foreach (var (kind, characters) in s_dangerous)
            if (replacement.IndexOfAny(characters.ToCharArray()) >= 0)
                all &= ~kind;
        return all;
    }

    // The characters without which a value cannot do what the kind fears.
    static readonly (TaintKind Kind, string Characters)[] s_dangerous =
    [
        (TaintKind.Sql, "'\"`;/*\\()= "),
        (TaintKind.NoSql, "'\"{}$:\\"),
        (TaintKind.Command, "&|;$`<>\"'\\ !(){}*?#~^%\t"),
        (TaintKind.Ldap, "()*\\\0&|=,"),
        (TaintKind.XPath, "'\"[]()/=|@ "),
        (TaintKind.Xml, "<>&'\""),
        (TaintKind.Xss, "<>&'\"(`"),
        (TaintKind.Code, "();.'\"[]{}"),
        (TaintKind.Template, "{}@<%$"),
        (TaintKind.Log | TaintKind.Header | TaintKind.Email | TaintKind.Cookie, "\r"),
        (TaintKind.Format, "{"),
        (TaintKind.Path | TaintKind.ArchivePath, "/\\"),
        (TaintKind.Ssrf | TaintKind.Redirect, "/\\.:"),
        (TaintKind.Pattern | TaintKind.PatternInput, "()[]{}*+?\\|^$."),
        (TaintKind.Reflection | TaintKind.Assembly, "./\\,"),
        (TaintKind.Deserialization, "<{["),
        (TaintKind.Setting, ";=/\\:."),
    ];

    // Arithmetic names nothing: 3 * (2 + 1.5).
    const string Naming = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_@'\"[]{};";

    static TaintKind LostBy(AnchoredCharacters allowed)
    {
        TaintKind lost = 0;
        foreach (var (kind, characters) in s_dangerous)
            if (allowed.Excludes(characters))
                lost |= kind;
        return allowed.Excludes(Naming) ? lost | TaintKind.Code : lost;
    }

    // Of these characters alone.
    static TaintKind LostWithin(string allowed)
    {
        TaintKind lost = 0;
        foreach (var (kind, characters) in s_dangerous)
            if (allowed.IndexOfAny(characters.ToCharArray()) < 0)
                lost |= kind;
        return allowed.IndexOfAny(Naming.ToCharArray()) < 0 ? lost | TaintKind.Code : lost;
    }
}
