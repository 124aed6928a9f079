using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Secrets;
using SecureBuild.Analyzers.Symbols;
namespace SecureBuild.Analyzers.Cryptography;

/// <summary>One salt for all passwords lets one table of guesses serve for all of them.</summary>
public sealed class SB2008ConstantSalt : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2008", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [760, 759, 916], "PW.5.1", "PW.1.3");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);
    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Creation(CheckCreation, "Rfc2898DeriveBytes", "PasswordDeriveBytes");
        on.Call(CheckCall, "Pbkdf2", "HashPassword", "ComputeDerivedKey");
        on.Write(CheckWrite, "Salt");
    }

    static void CheckCreation(OperationAnalysisContext context) => CheckArguments(context, ((IObjectCreationOperation)context.Operation).Arguments);

    static void CheckCall(OperationAnalysisContext context) => CheckArguments(context, ((IInvocationOperation)context.Operation).Arguments);

    static void CheckArguments(OperationAnalysisContext context, ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
            if (argument.ArgumentKind == ArgumentKind.Explicit && SecretApis.Salts.Takes(argument.Parameter))
                Check(context, argument.Value);
    }

    static void CheckWrite(OperationAnalysisContext context)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value } && SecretApis.Salts.Takes(property))
            Check(context, value);
    }

    static void Check(OperationAnalysisContext context, IOperation salt)
    {
        if (HardCoded.In(salt, SecretApis.Salts, SecretKind.Key) is not null || PossibleValues.First(salt, false, static (value, _) => IsEmpty(value)) is not null || IsUserName(salt))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, salt.Syntax.GetLocation()));
    }

    static bool IsEmpty(IOperation value) => value switch
    {
        IArrayCreationOperation { Initializer: null, DimensionSizes: { Length: 1 } sizes } => sizes[0].ConstantValue is { HasValue: true, Value: 0 },
        IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_Array } } => true,
        IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType.Name: "Array" } } => true,
        _ => false,
    };

    // Encoding.UTF8.GetBytes(userName): known to everybody who knows the user.
    static bool IsUserName(IOperation salt)
    {
        var isOther = false;
        var isUser = false;
        ValueOrigin.Has(salt, part =>
        {
            if (part is ILocalReferenceOperation local && PossibleValues.OnlyValueOf(local) is not null)
                return false;
            if (ValueOrigin.NameOf(part) is not { } name || part.Type is null || part is IPropertyReferenceOperation { Property: { IsStatic: true } })
                return false;
            var words = Words.Of(name);
            if (words.Count > 0 && words[words.Count - 1] is "username" or "login" or "email" or "user" || words.Count > 1 && words[words.Count - 1] == "name" && words[words.Count - 2] is "user" or "login" or "account")
                isUser = true;
            else
                isOther = true;
            return false;
        });
        return isUser && !isOther;
    }
}
