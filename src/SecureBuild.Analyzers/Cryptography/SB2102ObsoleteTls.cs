using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>SSL 2.0, SSL 3.0, TLS 1.0 and TLS 1.1 are broken and withdrawn (RFC 6176, RFC 7568, RFC 8996).</summary>
public sealed class SB2102ObsoleteTls : SecurityRule
{
    // SslProtocols and SecurityProtocolType share the bits of the operating system: 0xC SSL 2, 0x30 SSL 3, 0xC0 TLS 1.0, 0x300 TLS 1.1.
    const int Obsolete = 0xC | 0x30 | 0xC0 | 0x300;

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2102", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [327, 326], "PW.5.1", "PW.1.3");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Reference(static context => Check(context, context.Operation), "Ssl2", "Ssl3", "Tls", "Tls11", "Default");
        // Numbers have no name: looked for where a value of the type is expected.
        on.WriteOfType(static context => CheckNumbers(context, ((IAssignmentOperation)context.Operation).Value), "SslProtocols", "SecurityProtocolType");
        on.ArgumentOfType(static context => CheckNumbers(context, ((IArgumentOperation)context.Operation).Value), "SslProtocols", "SecurityProtocolType");
        on.Operation(static context =>
        {
            var initializer = (IFieldInitializerOperation)context.Operation;
            if (initializer.InitializedFields.Length > 0 && IsProtocol(initializer.InitializedFields[0].Type))
                CheckNumbers(context, initializer.Value);
        }, BodyHint.Certificate, OperationKind.FieldInitializer);
    }

    static void CheckNumbers(OperationAnalysisContext context, IOperation value)
    {
        foreach (var operation in value.DescendantsAndSelf())
            if (operation is IConversionOperation)
                Check(context, operation);
            else if (operation is ILocalReferenceOperation local && PossibleValues.OnlyValueOf(local) is { } only)
                foreach (var part in only.DescendantsAndSelf())
                    if (part is IConversionOperation)
                        Check(context, part);
    }

    static void Check(OperationAnalysisContext context, IOperation operation)
    {
        if (!IsObsolete(operation) || FlagChoice.Of(operation) is not { } choice || !FlagChoice.IsFirst(operation, choice, IsObsolete) || DenyList.Has(choice))
            return;
        var names = string.Join(", ", choice.DescendantsAndSelf().Where(IsObsolete).Select(static each => each.Syntax.ToString()));
        context.ReportDiagnostic(Diagnostic.Create(s_rule, choice.Syntax.GetLocation(), names));
    }

    static bool IsObsolete(IOperation value) => value switch
    {
        IFieldReferenceOperation { Field: { HasConstantValue: true, ContainingType: { TypeKind: TypeKind.Enum } type, ConstantValue: int bits } } => (bits & Obsolete) != 0 && IsProtocol(type),
        IConversionOperation { IsImplicit: false, Type: { TypeKind: TypeKind.Enum } type, Operand: { ConstantValue: { HasValue: true, Value: int bits } } number } =>
            (bits & Obsolete) != 0 && IsProtocol(type) && !number.DescendantsAndSelf().Any(IsObsolete),
        _ => false,
    };

    static bool IsProtocol(ITypeSymbol type) => type.Is("System.Security.Authentication.SslProtocols") || type.Is("System.Net.SecurityProtocolType");
}
