using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Cryptography;

/// <summary>Takes the assignment of the callback or of the flags away, where it is a statement or a member of an initialiser. An argument or a field is left to its author.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB2101CertificateValidationDisabledCodeFix)), Shared]
public sealed class SB2101CertificateValidationDisabledCodeFix : RuleCodeFix
{
    /// <summary>For MEF.</summary>
    public SB2101CertificateValidationDisabledCodeFix() : base("SB2101")
    {
    }

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place)
    {
        var value = reported;
        while (value.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
            value = value.Parent;
        if (value.Parent is not AssignmentExpressionSyntax assignment || assignment.Right != value)
            return null;
        return assignment.Parent switch
        {
            ExpressionStatementSyntax { Parent: GlobalStatementSyntax statement } => Removal(statement),
            ExpressionStatementSyntax { Parent: BlockSyntax } statement => Removal(statement),
            InitializerExpressionSyntax { Expressions.Count: 1, Parent: BaseObjectCreationExpressionSyntax creation } => new(creation, WithoutInitializer(creation)),
            InitializerExpressionSyntax { Expressions: var members } initializer when members.Last() == assignment && members.SeparatorCount < members.Count => new(initializer, WithoutLast(initializer)),
            InitializerExpressionSyntax => Removal(assignment),
            _ => null,
        };
    }

    // The line ends after the member that is last then.
    static SyntaxNode WithoutLast(InitializerExpressionSyntax initializer)
    {
        var members = initializer.Expressions;
        var kept = members.RemoveAt(members.Count - 1);
        return initializer.WithExpressions(kept.Replace(kept.Last(), kept.Last().WithTrailingTrivia(members.Last().GetTrailingTrivia())));
    }

    static SyntaxNode WithoutInitializer(BaseObjectCreationExpressionSyntax creation)
    {
        var arguments = (creation.ArgumentList ?? SyntaxFactory.ArgumentList()).WithoutTrivia();
        BaseObjectCreationExpressionSyntax bare = creation switch
        {
            ObjectCreationExpressionSyntax named => named.WithType(named.Type.WithoutTrailingTrivia()).WithInitializer(null).WithArgumentList(arguments),
            _ => creation.WithInitializer(null).WithArgumentList(arguments),
        };
        return bare.WithTriviaFrom(creation);
    }
}
