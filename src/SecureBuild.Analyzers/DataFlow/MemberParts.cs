using System;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What of a member has code of its own.</summary>
[Flags]
enum MemberParts : byte
{
    None = 0,
    Call = 1,
    Creation = 2,
    Write = 4,
    Value = 8,
}
