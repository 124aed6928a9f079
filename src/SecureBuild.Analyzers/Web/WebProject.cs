using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.Web;

/// <summary>What the start-up code of a web application decides for all of its pages: global filters, fallback policies, cookie policies. Found by names, file by file; an unchanged file is not read again.</summary>
sealed class WebProject
{
    // Files do not change: what is known about one stays true for as long as it exists, in whichever compilation.
    static readonly ConditionalWeakTable<SyntaxTree, WebFile> s_files = new();

    readonly List<WebFile> _files = [];
    readonly WebFacts _all;
    readonly bool _isSeveral;

    public WebProject(Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var file = s_files.GetValue(tree, static tree => new WebFile(tree));
            if (file.IsEmpty)
                continue;
            // The same step of a start-up in two files: two applications, each with its own.
            _isSeveral |= (_all & file.Facts & WebFacts.StartUp) != 0;
            _all |= file.Facts;
            _files.Add(file);
        }
    }

    /// <summary>Whether any file of the project says so.</summary>
    public bool HasAnywhere(WebFacts fact) => (_all & fact) == fact;

    /// <summary>Whether it holds for the application that this file belongs to.</summary>
    public bool Has(WebFacts fact, SyntaxTree tree)
    {
        if (!_isSeveral || !HasAnywhere(fact))
            return HasAnywhere(fact);
        var own = s_files.GetValue(tree, static tree => new WebFile(tree));
        var known = own.Facts;
        if (own.Namespace.Length > 0)
            foreach (var file in _files)
                if (file.Namespace == own.Namespace)
                    known |= file.Facts;
        return (known & fact) == fact;
    }

    /// <summary>Whether a <c>DbSet</c> of a type with this name is declared.</summary>
    public bool IsEntity(string type)
    {
        foreach (var file in _files)
            if (file.Entities.Contains(type))
                return true;
        return false;
    }
}
