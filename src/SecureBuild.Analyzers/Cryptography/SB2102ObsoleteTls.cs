using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>SSL 2.0, SSL 3.0, TLS 1.0 and TLS 1.1 are broken and withdrawn (RFC 6176, RFC 7568, RFC 8996).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SB2102ObsoleteTls : DiagnosticAnalyzer
{
    // SslProtocols and SecurityProtocolType share the bits of the operating system: 0xC SSL 2, 0x30 SSL 3, 0xC0 TLS 1.0, 0x300 TLS 1.1.
    const int Obsolete = 0xC | 0x30 | 0xC0 | 0x300;

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2102", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [327, 326], "PW.5.1", "PW.1.3");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var stream = start.Compilation.GetTypeByMetadataName("System.Security.Authentication.SslProtocols");
            var process = start.Compilation.GetTypeByMetadataName("System.Net.SecurityProtocolType");
            if (stream is not null || process is not null)
                start.RegisterOperationAction(operation => Check(operation, stream, process), OperationKind.FieldReference, OperationKind.Conversion);
        });
    }

    static void Check(OperationAnalysisContext context, INamedTypeSymbol? stream, INamedTypeSymbol? process)
    {
        var operation = context.Operation;
        if (!IsObsolete(operation) || FlagChoice.Of(operation) is not { } choice || !FlagChoice.IsFirst(operation, choice, IsObsolete) || DenyList.Has(choice))
            return;
        var names = string.Join(", ", choice.DescendantsAndSelf().Where(IsObsolete).Select(static each => each.Syntax.ToString()));
        context.ReportDiagnostic(Diagnostic.Create(s_rule, choice.Syntax.GetLocation(), names));

        bool IsObsolete(IOperation each) => each switch
        {
            IFieldReferenceOperation { Field: { HasConstantValue: true, ContainingType: { TypeKind: TypeKind.Enum } type, ConstantValue: int bits } } => (bits & Obsolete) != 0 && IsProtocol(type),
            IConversionOperation { IsImplicit: false, Type: { TypeKind: TypeKind.Enum } type, Operand: { ConstantValue: { HasValue: true, Value: int bits } } number } =>
                (bits & Obsolete) != 0 && IsProtocol(type) && !number.DescendantsAndSelf().Any(IsObsolete),
            _ => false,
        };

        bool IsProtocol(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type, stream) || SymbolEqualityComparer.Default.Equals(type, process);
    }
}
