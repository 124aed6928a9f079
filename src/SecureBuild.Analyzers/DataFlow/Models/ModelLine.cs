using System;
using System.Collections.Generic;

namespace SecureBuild.Analyzers.DataFlow.Models;

/// <summary>What a line of a model file says.</summary>
enum ModelRole
{
    Source,
    Entry,
    Service,
    Sink,
    Flow,
    Clean,
    Restore,
    None,
    Guard,
    Harmless,
    Shared,
    Runs,
}

/// <summary>When a guard's promise holds.</summary>
enum GuardOutcome
{
    True,
    False,
    NonNull,
    Null,
    Returns,
}

/// <summary>A value around a call: an argument, the receiver, the result, what a delegate gets or gives, or something inside one of these.</summary>
sealed class ModelPlace(string name, int delegateArgument, string[] path)
{
    public const int NoDelegate = -2;
    public const int DelegateResult = -1;

    /// <summary>A parameter's name or number, "this", "return", "=" or "*".</summary>
    public string Name { get; } = name;

    /// <summary>Which argument the delegate in this place gets, <see cref="DelegateResult"/> for what it returns, <see cref="NoDelegate"/> for the value itself.</summary>
    public int DelegateArgument { get; } = delegateArgument;

    /// <summary>Members from there; "[]" for the elements, "[key]" for the one under the key that this parameter gives.</summary>
    public string[] Path { get; } = path;

    public bool IsKeyed { get; } = Array.Exists(path, IsKey);

    public static bool IsKey(string part) => part.Length > 2 && part[0] == '[';
}

/// <summary>A condition on constants: <c>if key=location</c>, <c>unless contentType~html|svg</c>, <c>if type @Attribute</c>.</summary>
sealed class ModelCondition(string subject, char sign, string[] texts, bool isUnless)
{
    /// <summary>A parameter's name, <c>this.Member</c>, or "type" (then the one text is an attribute's full name).</summary>
    public string Subject { get; } = subject;

    /// <summary>The texts are looked for as words in the constant; otherwise the constant is one of them.</summary>
    public bool IsWord { get; } = sign == '~';

    /// <summary>The text, as far as it is known, begins with one of these.</summary>
    public bool IsBeginning { get; } = sign == '^';

    public string[] Texts { get; } = texts;

    public bool IsUnless { get; } = isUnless;

    /// <summary>Whether the constant meets the condition's text.</summary>
    public bool Matches(string constant)
    {
        foreach (var text in Texts)
            if (IsBeginning ? constant.TrimStart().StartsWith(text, StringComparison.OrdinalIgnoreCase) : IsWord ? HasWord(constant, text) : string.Equals(constant, text, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    static bool HasWord(string constant, string word)
    {
        for (var at = constant.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = constant.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            if ((at == 0 || !char.IsLetterOrDigit(constant[at - 1])) && (at + word.Length == constant.Length || !char.IsLetterOrDigit(constant[at + word.Length])))
                return true;
        return false;
    }
}

/// <summary>One fact of a model file.</summary>
sealed class ModelLine
{
    public ModelRole Role { get; set; }

    /// <summary>The kinds of a sink, clean or guard line; what the values of a source start with.</summary>
    public TaintKind Kinds { get; set; }

    /// <summary>The threat model a source or entry belongs to.</summary>
    public string Group { get; set; } = "";

    /// <summary>Full name, without arity; null for any type.</summary>
    public string? Type { get; set; }

    /// <summary>Full name of an attribute, instead of a type.</summary>
    public string? Attribute { get; set; }

    /// <summary>Words that a name ends in, instead of a type.</summary>
    public string[]? Words { get; set; }

    /// <summary>The member's name, or its beginning, or "" for all members.</summary>
    public string Member { get; set; } = "";

    public bool IsPrefix { get; set; }

    public int? ParameterCount { get; set; }

    /// <summary>The only overload meant, by the simple names of its parameters' types (<see cref="Signature"/>).</summary>
    public string? Overload { get; set; }

    /// <summary>The line stands for exactly the member that the type declares in the assembly of this name, and for nothing derived.</summary>
    public string? Assembly { get; set; }

    /// <summary>In words: the sink behind the member, where that is known; of what is shared, what properties that hold it are called.</summary>
    public string? Behind { get; set; }

    /// <summary>The line is about what is assigned to the member.</summary>
    public bool IsAssigned { get; set; }

    /// <summary>The line is about what is put into the collection that the member holds.</summary>
    public bool IsAdded { get; set; }

    public ModelPlace[] Places { get; set; } = [];

    public List<(ModelPlace From, ModelPlace To)> Flows { get; } = new();

    public ModelCondition? Condition { get; set; }

    public GuardOutcome Outcome { get; set; }
}
