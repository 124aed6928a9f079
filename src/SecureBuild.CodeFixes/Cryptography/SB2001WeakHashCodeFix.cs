using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Cryptography;

/// <summary>
/// MD5 and SHA1 → SHA256, HMACMD5 and HMACSHA1 → HMACSHA256, where nothing around asks for the old type or for its number of bytes.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB2001WeakHashCodeFix)), Shared]
public sealed class SB2001WeakHashCodeFix : RuleCodeFix
{
    const string Namespace = "System.Security.Cryptography.";

    /// <summary>For MEF.</summary>
    public SB2001WeakHashCodeFix() : base("SB2001")
    {
    }

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place)
    {
        if (place.Replacement is not { } name || place.Model.Compilation.GetTypeByMetadataName(Namespace + name) is not { } strong)
            return null;
        return (reported, place.Model.GetSymbolInfo(reported, place.Cancellation).Symbol) switch
        {
            (MemberAccessExpressionSyntax member, IPropertySymbol { IsStatic: true, ContainingType.Name: "HashAlgorithmName" }) => new(member.Name, SyntaxFactory.IdentifierName(name)),
            (MemberAccessExpressionSyntax member, IMethodSymbol method) => Renamed(member, method, name),
            (InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }, IMethodSymbol { Name: "Create" or "CreateFromName" }) => ByName(arguments[0].Expression, name),
            (InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call, IMethodSymbol { Name: "Create" } method) =>
                Renamed(member, method, name) is { } change ? Object(call, call.ReplaceNode(change.Old, change.New), strong, place) : null,
            (InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call, IMethodSymbol method) => IsGuidsArgument(call, place) ? null : Renamed(member, method, name),
            (ObjectCreationExpressionSyntax creation, IMethodSymbol { Parameters.Length: 0 or 1 }) =>
                Created(creation, name) is { } created ? Object(creation, created, strong, place) : null,
            _ => null,
        };
    }

    /// <summary>Another name for the type before the dot, if it is written with its own name and the result's length is nobody's concern.</summary>
    static Change? Renamed(MemberAccessExpressionSyntax member, IMethodSymbol method, string name)
    {
        var type = member.Expression switch
        {
            IdentifierNameSyntax identifier => identifier,
            MemberAccessExpressionSyntax { Name: IdentifierNameSyntax identifier } => identifier,
            _ => null,
        };
        return type?.Identifier.ValueText == method.ContainingType.Name && method.ContainingType.Name is not ("HMAC" or "KeyedHashAlgorithm") && IsHash(method.ContainingType) && !WritesToABuffer(method) ? new(type, SyntaxFactory.IdentifierName(name).WithTriviaFrom(type)) : null;
    }

    // Not CryptoConfig or FormsAuthentication, which choose by name; HMACSHA256.Create() would still be HMAC.Create().
    static bool IsHash(ITypeSymbol? type) => type is not null && (type.Name == "HashAlgorithm" && type.ContainingNamespace.ToDisplayString() + "." == Namespace || IsHash(type.BaseType));

    // A buffer of 16 or 20 bytes is too small for 32.
    static bool WritesToABuffer(IMethodSymbol method) => method.Parameters.Any(static parameter => parameter.Name == "destination");

    static bool IsGuidsArgument(SyntaxNode call, Place place) =>
        call.Parent is ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax creation } && place.Model.GetTypeInfo(creation, place.Cancellation).Type?.Name == "Guid";

    static Change? ByName(ExpressionSyntax literal, string name) =>
        literal is LiteralExpressionSyntax { Token: { ValueText: var text } } && literal.IsKind(SyntaxKind.StringLiteralExpression) && text.IndexOfAny(['.', '/']) < 0
            ? new(literal, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name)).WithTriviaFrom(literal))
            : null;

    /// <summary><c>new HMACSHA1(key)</c> → <c>new HMACSHA256(key)</c>, <c>new SHA1Managed()</c> → <c>SHA256.Create()</c>.</summary>
    static ExpressionSyntax? Created(ObjectCreationExpressionSyntax creation, string name)
    {
        if (creation.Initializer is not null)
            return null;
        var type = creation.Type switch
        {
            IdentifierNameSyntax => (NameSyntax)SyntaxFactory.IdentifierName(name),
            QualifiedNameSyntax qualified => qualified.WithRight(SyntaxFactory.IdentifierName(name)),
            _ => null,
        };
        if (type is null)
            return null;
        return name.StartsWith("HMAC", StringComparison.Ordinal)
            ? creation.WithType(type.WithTriviaFrom(creation.Type))
            : SyntaxFactory.ParseExpression(type + ".Create()").WithTriviaFrom(creation);
    }

    /// <summary>Another object in the place of the old one, if everything that sees it takes either.</summary>
    static Change? Object(ExpressionSyntax old, ExpressionSyntax @new, ITypeSymbol strong, Place place)
    {
        if (old.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } variable }
            || place.Model.GetDeclaredSymbol(variable, place.Cancellation) is not ILocalSymbol local
            || !declaration.Type.IsVar && IsConvertible(strong, local.Type, place))
            return Takes(old, strong, place) ? new(old, @new) : null;
        var scope = declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? declaration.SyntaxTree.GetRoot(place.Cancellation);
        foreach (var use in scope.DescendantNodes().OfType<IdentifierNameSyntax>())
            if (use.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(place.Model.GetSymbolInfo(use, place.Cancellation).Symbol, local)
                && (use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use || !Takes(use, strong, place)))
                return null;
        var changed = declaration.ReplaceNode(old, @new);
        if (!declaration.Type.IsVar)
            changed = changed.WithType(SyntaxFactory.ParseTypeName(declaration.Type is QualifiedNameSyntax ? Namespace + strong.Name : strong.Name).WithTriviaFrom(declaration.Type));
        return new(declaration, changed);
    }

    static bool Takes(ExpressionSyntax expression, ITypeSymbol strong, Place place) =>
        expression.Parent is MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or UsingStatementSyntax
        || place.Model.GetTypeInfo(expression, place.Cancellation).ConvertedType is { } wanted && IsConvertible(strong, wanted, place);

    static bool IsConvertible(ITypeSymbol from, ITypeSymbol to, Place place) => place.Model.Compilation.ClassifyCommonConversion(from, to) is { Exists: true, IsImplicit: true };
}
