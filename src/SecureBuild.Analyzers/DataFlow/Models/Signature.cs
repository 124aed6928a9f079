using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow.Models;

/// <summary>The types of a member's parameters, as model lines write them to tell overloads apart: simple names, generic arguments, no blanks.</summary>
static class Signature
{
    public static string Of(ISymbol member)
    {
        var text = new StringBuilder();
        var method = member as IMethodSymbol;
        foreach (var parameter in (method?.ReducedFrom ?? method)?.Parameters ?? (member as IPropertySymbol)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
        {
            if (text.Length > 0)
                text.Append(',');
            Append(text, parameter.Type);
        }
        return text.ToString();
    }

    static void Append(StringBuilder text, ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                Append(text, array.ElementType);
                text.Append('[').Append(',', array.Rank - 1).Append(']');
                break;
            case IPointerTypeSymbol pointer:
                Append(text, pointer.PointedAtType);
                text.Append('*');
                break;
            case IDynamicTypeSymbol:
                text.Append("Object");
                break;
            case INamedTypeSymbol { TypeArguments.Length: > 0 } generic:
                text.Append(generic.Name).Append('<');
                for (var i = 0; i < generic.TypeArguments.Length; i++)
                {
                    if (i > 0)
                        text.Append(',');
                    Append(text, generic.TypeArguments[i]);
                }
                text.Append('>');
                break;
            default:
                text.Append(type.Name.Length > 0 ? type.Name : type.TypeKind.ToString());
                break;
        }
    }
}
