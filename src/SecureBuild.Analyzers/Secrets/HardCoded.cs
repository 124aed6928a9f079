using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>Finds what is written in the source behind a value: a string, bytes, or one made of the other.</summary>
static class HardCoded
{
    /// <summary>The constant, array or literal that the value may be or be made of; null when it comes from elsewhere or is a placeholder.</summary>
    public static IOperation? In(IOperation? value) =>
        PossibleValues.First(value, value, static (candidate, whole) => IsWritten(candidate, whole!)) switch
        {
            IInvocationOperation call => In(Source(call)),
            IFieldReferenceOperation { Field.IsConst: false } field => In(OnlyValueOf(field)),
            var written => written,
        };

    static bool IsWritten(IOperation candidate, IOperation whole) => candidate switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => SecretValue.IsCredible(text),
        IUtf8StringOperation utf8 => SecretValue.IsCredible(utf8.Value),
        // A local array without content is there to be filled; one that goes straight into a key is a key of zeros.
        IArrayCreationOperation { Initializer: null } array => whole.Syntax.Span.Contains(array.Syntax.Span) && array.DimensionSizes.Length == 1 && array.DimensionSizes[0].ConstantValue is { HasValue: true, Value: > 0 },
        IArrayCreationOperation { Initializer: { } initializer } => IsWritten(initializer),
        IArrayInitializerOperation initializer => IsWritten(initializer),
        IInvocationOperation call => In(Source(call)) is not null,
        IFieldReferenceOperation { Field: { IsConst: false, IsReadOnly: false, DeclaredAccessibility: Accessibility.Private } } field => In(OnlyValueOf(field)) is not null,
        // Roslyn 4.8 has no operation for [1, 2, 3].
        _ => candidate.Syntax is CollectionExpressionSyntax { Elements.Count: > 0 } collection && collection.Elements.All(static element => element is ExpressionElementSyntax { Expression: LiteralExpressionSyntax or CastExpressionSyntax { Expression: LiteralExpressionSyntax } }),
    };

    // The initializer of a private field that its type, all of it in this file, never writes again.
    static IOperation? OnlyValueOf(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (reference.SemanticModel is not { } model
            || field.ContainingType.DeclaringSyntaxReferences.Length != 1
            || field.ContainingType.DeclaringSyntaxReferences[0] is not { } type || type.SyntaxTree != model.SyntaxTree
            || field.DeclaringSyntaxReferences.Length != 1
            || field.DeclaringSyntaxReferences[0].GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: var value })
            return null;
        foreach (var node in type.GetSyntax().DescendantNodes())
            if (Written(node) is { } written && written.DescendantNodesAndSelf().Any(each => each is IdentifierNameSyntax name && name.Identifier.ValueText == field.Name))
                return null;
        return model.GetOperation(value);
    }

    static ExpressionSyntax? Written(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left,
        ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => argument.Expression,
        _ => null,
    };

    // What a conversion such as Encoding.GetBytes(text), Convert.FromBase64String(text) or text.ToCharArray() starts from.
    static IOperation? Source(IInvocationOperation call) =>
        !SecretNames.PassesThrough(call.TargetMethod.Name) ? null
        : call.Arguments.Length > 0 && call.Instance?.Type?.SpecialType != SpecialType.System_String ? call.Arguments.At(0)
        : call.Instance;

    static bool IsWritten(IArrayInitializerOperation initializer) =>
        initializer.ElementValues.Length > 0 && initializer.ElementValues.All(static element => element.ConstantValue.HasValue);
}
