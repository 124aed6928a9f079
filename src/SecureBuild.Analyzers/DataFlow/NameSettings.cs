using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow.Models;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What <see cref="NameIndex"/> depends on besides the files: while one types, it stays.</summary>
/// <param name="references">The project's references.</param>
/// <param name="own">Models of the project's own.</param>
/// <param name="groups">Groups of sources that count.</param>
sealed class NameSettings(ImmutableArray<MetadataReference> references, IReadOnlyList<ModelLine> own, HashSet<string> groups)
{
    public bool Equals(NameSettings other)
    {
        if (references != other.References || own.Count != other.Own.Count || !groups.SetEquals(other.Groups))
            return false;
        for (var i = 0; i < own.Count; i++)
            if (!ReferenceEquals(own[i], other.Own[i]))
                return false;
        return true;
    }

    ImmutableArray<MetadataReference> References => references;

    IReadOnlyList<ModelLine> Own => own;

    HashSet<string> Groups => groups;
}
