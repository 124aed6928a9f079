using System;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>
/// What a value is still dangerous for: one bit for each kind of sink. A value from outside starts with all bits; encoders, parsers and checks take bits away.
/// The names, in lower case, are the words of the model files (<c>Models/*.model</c>).
/// </summary>
[Flags]
enum TaintKind : ulong
{
    None = 0,
    Sql = 1UL << 0,
    NoSql = 1UL << 1,
    Command = 1UL << 2,
    Ldap = 1UL << 3,
    XPath = 1UL << 4,

    /// <summary>Text that becomes markup of an XML document.</summary>
    Xml = 1UL << 5,

    /// <summary>Program text or an expression that is compiled or evaluated.</summary>
    Code = 1UL << 6,

    /// <summary>Text of a template (Razor, Scriban, Liquid, …).</summary>
    Template = 1UL << 7,
    Log = 1UL << 8,
    Header = 1UL << 9,
    Format = 1UL << 10,
    Email = 1UL << 11,
    Path = 1UL << 12,

    /// <summary>The name of an archive's entry that becomes a path. The source is the archive, not the network.</summary>
    ArchivePath = 1UL << 13,
    Ssrf = 1UL << 14,
    Redirect = 1UL << 15,
    Xss = 1UL << 16,

    /// <summary>The name of a type or member that is looked up and used.</summary>
    Reflection = 1UL << 17,

    /// <summary>An assembly or native library to load.</summary>
    Assembly = 1UL << 18,

    /// <summary>Bytes or text given to a deserialiser that creates what they name, or the type it is to create.</summary>
    Deserialization = 1UL << 19,

    /// <summary>A regular expression's pattern.</summary>
    Pattern = 1UL << 20,

    /// <summary>Text matched against a pattern that may take exponential time.</summary>
    PatternInput = 1UL << 21,

    /// <summary>A size or count of what is allocated or repeated. Numbers stay dangerous for it.</summary>
    Size = 1UL << 22,

    /// <summary>A setting, connection string or other resource identifier.</summary>
    Setting = 1UL << 25,

    /// <summary>A cookie's value or attribute.</summary>
    Cookie = 1UL << 26,

    /// <summary>An index, length or offset of unchecked memory. Numbers stay dangerous for it.</summary>
    Memory = 1UL << 27,

    /// <summary>What a number from a client is still dangerous for.</summary>
    Number = Size | Memory,

    /// <summary>Exception texts and stack traces; the sinks are answers to a client.</summary>
    ErrorDetail = 1UL << 28,

    /// <summary>Passwords, keys and tokens; the sinks are logs, files and answers.</summary>
    Secret = 1UL << 29,

    /// <summary>Personal data; the sinks are logs and answers.</summary>
    Personal = 1UL << 30,

    /// <summary>Predictable random numbers; the sinks are tokens, keys, salts.</summary>
    Predictable = 1UL << 31,

    /// <summary>The request's own Origin header; the sinks are CORS headers.</summary>
    Origin = 1UL << 32,

    // What a path, an address or a filter can still do. They are no sinks: a check takes them away one by one, and a sink asks for the rest.

    /// <summary>May hold a star, which in an LDAP filter stands for any text.</summary>
    Wildcard = 1UL << 56,

    /// <summary>May hold parentheses, which in an LDAP filter begin and end conditions.</summary>
    Parenthesis = 1UL << 57,

    /// <summary>May begin elsewhere than the path it was compared with.</summary>
    Unanchored = 1UL << 58,

    /// <summary>May hold steps that only resolving it shows.</summary>
    Unresolved = 1UL << 59,

    /// <summary>May begin with something else than a slash.</summary>
    Unrooted = 1UL << 60,

    /// <summary>May begin with two slashes: another host's address.</summary>
    OtherHost = 1UL << 61,

    /// <summary>May hold "..".</summary>
    Upwards = 1UL << 62,

    /// <summary>May be an absolute path.</summary>
    Absolute = 1UL << 63,

    Abilities = Wildcard | Parenthesis | Unanchored | Unresolved | Unrooted | OtherHost | Upwards | Absolute,

    /// <summary>What a client's text is dangerous for.</summary>
    Text = Sql | NoSql | Command | Ldap | XPath | Xml | Code | Template | Log | Header | Format | Email | Path | Ssrf | Redirect | Xss | Reflection | Assembly | Deserialization | Pattern
        | PatternInput | Size | Setting | Cookie | Memory | Abilities,

    /// <summary>What a place that a caller fills may carry.</summary>
    Any = ~0UL,
}
