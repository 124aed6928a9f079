using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Injection;

/// <summary>Writes <c>LocalRedirect</c> for <c>Redirect</c> in controllers, Razor Pages and minimal APIs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB1007OpenRedirectCodeFix)), Shared]
public sealed class SB1007OpenRedirectCodeFix : RuleCodeFix
{
    /// <summary>For MEF.</summary>
    public SB1007OpenRedirectCodeFix() : base("SB1007")
    {
    }

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place)
    {
        if (reported is not ExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } })
            return null;
        var name = call.Expression switch
        {
            IdentifierNameSyntax simple => simple,
            MemberAccessExpressionSyntax { Name: IdentifierNameSyntax member } => member,
            _ => null,
        };
        if (name is null || place.Model.GetSymbolInfo(call, place.Cancellation).Symbol is not IMethodSymbol method || !IsIn(method, name.Identifier.ValueText))
            return null;
        // Redirect gives a RedirectResult, LocalRedirect a LocalRedirectResult: fine for whoever takes any result.
        var type = place.Model.GetTypeInfo(call, place.Cancellation);
        if (method.ReturnType.Name == "RedirectResult" && (type.ConvertedType is null || SymbolEqualityComparer.Default.Equals(type.ConvertedType, method.ReturnType)))
            return null;
        return new(name, SyntaxFactory.IdentifierName("Local" + name.Identifier.ValueText).WithTriviaFrom(name));
    }

    static bool IsIn(IMethodSymbol method, string name) => method.ContainingType switch
    {
        { Name: "ControllerBase" or "PageModel" or "PageBase" } => name is "Redirect" or "RedirectPermanent" or "RedirectPreserveMethod" or "RedirectPermanentPreserveMethod",
        { Name: "Results" or "TypedResults" } => name == "Redirect",
        _ => false,
    };
}
