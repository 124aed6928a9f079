using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>The types that a file declares, with their bases, and what it uses: as long as these texts stay, no type of the project has become another's base.</summary>
static class DeclaredTypes
{
    public static string In(SyntaxTree tree)
    {
        var text = new StringBuilder();
        if (tree.GetRoot() is CompilationUnitSyntax root)
        {
            text.Append(root.Externs).Append(root.Usings);
            Add(root.Members, text);
        }
        return text.ToString();
    }

    static void Add(SyntaxList<MemberDeclarationSyntax> members, StringBuilder text)
    {
        foreach (var member in members)
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    text.Append(space.Name).Append('{').Append(space.Externs).Append(space.Usings);
                    Add(space.Members, text);
                    text.Append('}');
                    break;
                case TypeDeclarationSyntax type:
                    text.Append(type.Kind()).Append(' ').Append(type.Identifier.ValueText).Append(type.TypeParameterList).Append(type.BaseList).Append('{');
                    Add(type.Members, text);
                    text.Append('}');
                    break;
                case EnumDeclarationSyntax or DelegateDeclarationSyntax:
                    text.Append(((MemberDeclarationSyntax)member).Kind()).Append(' ').Append(member is EnumDeclarationSyntax type2 ? type2.Identifier.ValueText : ((DelegateDeclarationSyntax)member).Identifier.ValueText).Append(';');
                    break;
            }
    }
}
