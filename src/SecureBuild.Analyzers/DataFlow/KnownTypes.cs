using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow.Models;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Which of the models' types the compilation has at all: what is said of the others' members says nothing about names in this project.</summary>
sealed class KnownTypes(Compilation compilation)
{
    readonly Dictionary<string, bool> _types = new(StringComparer.Ordinal);
    readonly Dictionary<string, INamespaceSymbol?> _namespaces = new(StringComparer.Ordinal);

    /// <summary>The line's type, or any type of its name where none is said.</summary>
    public bool Exists(ModelLine line)
    {
        if (line.Type is null or "*")
            return true;
        if (!_types.TryGetValue(line.Type, out var exists))
            _types.Add(line.Type, exists = Find(line.Type));
        return exists;
    }

    // Nested types count with the outermost.
    bool Find(string type)
    {
        var nested = type.IndexOf('+');
        if (nested >= 0)
            type = type.Substring(0, nested);
        var dot = type.LastIndexOf('.');
        var name = type.Substring(dot + 1);
        var arity = name.IndexOf('`');
        return Namespace(dot < 0 ? "" : type.Substring(0, dot)) is { } space && !space.GetTypeMembers(arity < 0 ? name : name.Substring(0, arity)).IsEmpty;
    }

    INamespaceSymbol? Namespace(string name)
    {
        if (name.Length == 0)
            return compilation.GlobalNamespace;
        if (_namespaces.TryGetValue(name, out var known))
            return known;
        var dot = name.LastIndexOf('.');
        INamespaceSymbol? found = null;
        if (Namespace(dot < 0 ? "" : name.Substring(0, dot)) is { } outer)
            foreach (var member in outer.GetMembers(name.Substring(dot + 1)))
                found ??= member as INamespaceSymbol;
        _namespaces.Add(name, found);
        return found;
    }
}
