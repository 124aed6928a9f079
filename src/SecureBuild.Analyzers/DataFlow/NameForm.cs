using System;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>How an identifier stands in the text. What is not sure is said rather than not.</summary>
[Flags]
enum NameForm : byte
{
    None = 0,

    /// <summary><c>X(</c> or <c>X&lt;T&gt;(</c>.</summary>
    Called = 1,

    /// <summary><c>new X</c>.</summary>
    Created = 2,

    /// <summary><c>X = …</c>, <c>X += …</c>, <c>X.Add(…)</c>, <c>(a.X, b.Y) = …</c>.</summary>
    Assigned = 4,

    /// <summary><c>(X)</c>, <c>, X)</c>, <c>= X;</c>: a value, or a method handed on.</summary>
    Handed = 8,

    /// <summary><c>var x</c>, <c>string x</c>: a variable or parameter begins.</summary>
    Declared = 16,

    /// <summary>Called without arguments.</summary>
    Bare = 32,

    /// <summary>It begins with a small letter: a variable, unless a field is called so.</summary>
    Small = 64,

    /// <summary>It seems to stand in a literal; a guess by the line alone, so nothing that a rule asks for is left out for it.</summary>
    Quoted = 128,
}
