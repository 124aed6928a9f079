using System;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What of a member has code of its own.</summary>
[Flags]
enum MemberParts : byte
{
    None = 0,
    Call = 1,
    Creation = 2,
    Read = 4,
    Write = 8,
    Value = 16,
}
