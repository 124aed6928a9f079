using System;

namespace SecureBuild.Analyzers.Hosting;

/// <summary>What the text of a body has to show for a rule that asks for all operations of a kind: a body without is not bound for it.</summary>
[Flags]
public enum BodyHint
{
    /// <summary>A literal that may be a secret, by itself or by a name beside it.</summary>
    Secret = 1,

    /// <summary>A name of what is compared with a secret.</summary>
    Comparison = 2,

    /// <summary>A name that has to do with certificates.</summary>
    Certificate = 4,

    /// <summary><c>stackalloc</c>.</summary>
    StackAllocation = 8,

    /// <summary>The file has <c>unsafe</c> code.</summary>
    Unsafe = 16,

    /// <summary>An array whose size is computed.</summary>
    SizedArray = 32,

    /// <summary>A static field with a number or a collection.</summary>
    StaticField = 64,

    /// <summary><c>lock</c>.</summary>
    Lock = 128,

    /// <summary>A type of the project's own that derives from one of the cryptography's.</summary>
    OwnCryptography = 256,
}
