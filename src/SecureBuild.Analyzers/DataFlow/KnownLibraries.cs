using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow.Models;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>
/// Which of the models' libraries the compilation has at all: what is said of the others' members says nothing about names in this project. Asked by the outermost namespace, which the compiler has at
/// hand; looking for each type would cost more than it saves.
/// </summary>
sealed class KnownLibraries(Compilation compilation)
{
    readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal) { ["System"] = true, ["Microsoft"] = true };

    /// <summary>Whether a type of the line's library may be there.</summary>
    public bool Has(ModelLine line)
    {
        if (line.Type is not { } type || type.IndexOf('.') is not (> 0 and var dot))
            return true;
        var name = type.Substring(0, dot);
        if (!_known.TryGetValue(name, out var exists))
        {
            foreach (var member in compilation.GlobalNamespace.GetMembers(name))
                exists |= member is INamespaceSymbol;
            _known.Add(name, exists);
        }
        return exists;
    }
}
