using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Secrets;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;
namespace SecureBuild.Analyzers.Cryptography;

/// <summary>A connection to a database on another machine without encryption, or without looking at the server's certificate.</summary>
public sealed class SB2103UnencryptedDatabaseConnection : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2103", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [319, 295], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);
    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Creation(CheckCreation, "SqlConnection", "NpgsqlConnection", "MySqlConnection", "OracleConnection", "SqlConnectionStringBuilder", "NpgsqlConnectionStringBuilder", "MySqlConnectionStringBuilder",
            "NpgsqlDataSourceBuilder", "MySqlDataSourceBuilder", "MySqlDataSource", "DbConnectionStringBuilder");
        on.Call(CheckCall, "UseSqlServer", "UseNpgsql", "UseMySql", "UseMySQL", "AddSqlServer", "AddNpgsql", "AddNpgsqlDataSource", "AddMySqlDataSource", "AddDistributedSqlServerCache");
        on.Write(CheckText, "ConnectionString");
        on.Write(CheckProperty, "Encrypt", "TrustServerCertificate", "SslMode");
        on.Write(CheckEntry, "this[]");
    }

    static void CheckCreation(OperationAnalysisContext context) => CheckArguments(context, ((IObjectCreationOperation)context.Operation).Arguments);

    static void CheckCall(OperationAnalysisContext context) => CheckArguments(context, ((IInvocationOperation)context.Operation).Arguments);

    static void CheckArguments(OperationAnalysisContext context, ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
            if (argument.Parameter?.Type.SpecialType == SpecialType.System_String)
                CheckText(context, argument.Value);
    }

    static void CheckText(OperationAnalysisContext context)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment && IsDatabase(property.ContainingType))
            CheckText(context, assignment.Value);
    }

    static void CheckText(OperationAnalysisContext context, IOperation value)
    {
        var written = PossibleValues.First(value, false, static (candidate, _) => Text(candidate) is { } text && ConnectionSecurity.In(text) is not null);
        if (written is not null && ConnectionSecurity.In(Text(written)!) is { } setting && !DevelopmentCheck.Guards(value))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, value.Syntax.GetLocation(), Rule.Replacement(setting), setting));
    }

    static string? Text(IOperation value) => value switch
    {
        IInvocationOperation { TargetMethod: { Name: "Format", ContainingType.SpecialType: SpecialType.System_String } } format => format.Arguments.For("format") is { } text ? WrittenText.Of(text) : null,
        IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } or { ConstantValue: { HasValue: true, Value: string } } => WrittenText.Of(value),
        _ => null,
    };

    // builder.Encrypt = false, builder.TrustServerCertificate = true, builder.SslMode = SslMode.Disable
    static void CheckProperty(OperationAnalysisContext context)
    {
        if (context.Operation is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } target } assignment || !IsDatabase(property.ContainingType))
            return;
        var isBad = property.Name switch
        {
            "Encrypt" => PossibleValues.Include(assignment.Value, false) || PossibleValues.First(assignment.Value, false, static (value, _) => value is IMemberReferenceOperation { Member: { IsStatic: true, Name: "Optional" } }) is not null,
            "TrustServerCertificate" => PossibleValues.Include(assignment.Value, true),
            _ => PossibleValues.First(assignment.Value, false, static (value, _) => value is IFieldReferenceOperation { Field: { IsStatic: true, Name: "Disable" or "Disabled" or "None" or "Allow" or "Prefer" or "Preferred" } }) is not null,
        };
        if (isBad && !IsLocal(target) && !DevelopmentCheck.Guards(assignment))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, assignment.Syntax.GetLocation(), property.Name));
    }

    // builder["Encrypt"] = false
    static void CheckEntry(OperationAnalysisContext context)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property, Arguments: { Length: 1 } key } target } assignment && IsDatabase(property.ContainingType)
            && key[0].Value.ConstantValue is { HasValue: true, Value: string name } && Constant(assignment.Value) is { } value && ConnectionSecurity.IsBad(name, value) && !IsLocal(target) && !DevelopmentCheck.Guards(assignment))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, assignment.Syntax.GetLocation(), name));
    }

    static string? Constant(IOperation value) => value is IConversionOperation conversion ? Constant(conversion.Operand) : value.ConstantValue is { HasValue: true, Value: { } constant } ? constant.ToString() : null;

    static bool IsLocal(IPropertyReferenceOperation target)
    {
        foreach (var sibling in new[] { "DataSource", "Host", "Server" })
            if (SameObject.Value(target, sibling) is { ConstantValue: { HasValue: true, Value: string host } } && ConnectionSecurity.IsLocal(host))
                return true;
        return false;
    }

    static bool IsDatabase(ITypeSymbol type) => type.Name.EndsWith("ConnectionStringBuilder", StringComparison.Ordinal) || type.Name.EndsWith("Connection", StringComparison.Ordinal) || type.Name.EndsWith("DataSourceBuilder", StringComparison.Ordinal);
}
