using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Injection;

/// <summary>SQL text that is put together from values that are not constant, wherever they come from. The plain twin of <see cref="SB1001SqlInjection"/>.</summary>
public sealed class SB1026RawSqlByConcatenation : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1026", Category.Injection, DiagnosticSeverity.Info, cwe: [89], isEnabledByDefault: false, "PW.5.1");

    static readonly string[] s_rawMethods =
        ["FromSqlRaw", "ExecuteSqlRaw", "ExecuteSqlRawAsync", "SqlQueryRaw", "ExecuteSqlCommand", "ExecuteSqlCommandAsync", "SqlQuery", "FromSql"];

    static readonly string[] s_dapperMethods =
    [
        "Query", "QueryAsync", "QueryFirst", "QueryFirstAsync", "QueryFirstOrDefault", "QueryFirstOrDefaultAsync", "QuerySingle", "QuerySingleAsync",
        "QuerySingleOrDefault", "QuerySingleOrDefaultAsync", "QueryMultiple", "QueryMultipleAsync", "QueryUnbufferedAsync", "Execute", "ExecuteAsync",
        "ExecuteScalar", "ExecuteScalarAsync", "ExecuteReader", "ExecuteReaderAsync",
    ];

    static readonly string[] s_commands =
    [
        "SqlCommand", "SqliteCommand", "SQLiteCommand", "NpgsqlCommand", "MySqlCommand", "OracleCommand", "OdbcCommand", "OleDbCommand", "FbCommand", "DB2Command",
        "SqlDataAdapter", "SqliteDataAdapter", "SQLiteDataAdapter", "NpgsqlDataAdapter", "MySqlDataAdapter", "OracleDataAdapter", "OdbcDataAdapter", "OleDbDataAdapter",
        "CommandDefinition",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Call(Raw, s_rawMethods);
        on.Call(Dapper, s_dapperMethods);
        on.Creation(Command, s_commands);
        on.Write(Text, "CommandText");
    }

    static void Raw(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (IsEntityFramework(call.TargetMethod.ContainingType))
            Check(context, call.Arguments.For("sql"), call.TargetMethod.Name);
    }

    static void Dapper(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.Is("Dapper.SqlMapper"))
            Check(context, call.Arguments.For("sql"), call.TargetMethod.Name);
    }

    static void Command(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type.Is("Dapper.CommandDefinition") || creation.Type.IsOrInherits("System.Data.IDbCommand") || creation.Type.IsOrInherits("System.Data.IDataAdapter"))
            foreach (var argument in creation.Arguments)
                if (argument is { Parameter: { Ordinal: 0, Type.SpecialType: SpecialType.System_String } })
                    Check(context, argument.Value, creation.Type!.Name);
    }

    static void Text(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property.ContainingType: var type } && type.IsOrInherits("System.Data.IDbCommand"))
            Check(context, assignment is ICompoundAssignmentOperation && IsOpen(assignment.Value) ? assignment : assignment.Value, type.Name + ".CommandText");
    }

    static void Check(OperationAnalysisContext context, IOperation? sql, string api)
    {
        // A FormattableString is no put-together text: EF Core makes parameters of its values.
        if (sql is null || sql.Type.Is("System.FormattableString") || !OffByDefault.IsOn(context.Compilation, sql.Syntax.SyntaxTree, s_rule, context.CancellationToken))
            return;
        if (sql is ICompoundAssignmentOperation || PossibleValues.First(sql, 0, static (value, _) => IsPutTogether(value)) is not null)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, sql.Syntax.GetLocation(), api));
    }

    static bool IsPutTogether(IOperation value) => value.Type?.SpecialType == SpecialType.System_String && value switch
    {
        { ConstantValue.HasValue: true } => false,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsOpen(sum.LeftOperand) || IsOpen(sum.RightOperand),
        IInterpolatedStringOperation text => HasOpenPart(text),
        IInvocationOperation { TargetMethod: { Name: "Format" or "Concat" or "Join", ContainingType.SpecialType: SpecialType.System_String } } call => HasOpenArgument(call),
        _ => false,
    };

    static bool HasOpenPart(IInterpolatedStringOperation text)
    {
        foreach (var part in text.Parts)
            if (part is IInterpolationOperation hole && IsOpen(hole.Expression))
                return true;
        return false;
    }

    static bool HasOpenArgument(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
            if (argument.Value is IArrayCreationOperation { Initializer: { } values })
            {
                foreach (var value in values.ElementValues)
                    if (IsOpen(value))
                        return true;
            }
            else if (IsOpen(argument.Value))
                return true;
        return false;
    }

    // Numbers, dates, Guids and enumerations cannot change a statement; constants are the author's own.
    static bool IsOpen(IOperation value)
    {
        while (value is IConversionOperation or IParenthesizedOperation)
        {
            if (value.ConstantValue.HasValue)
                return false;
            value = value is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)value).Operand;
        }
        if (value is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum)
            return IsOpen(sum.LeftOperand) || IsOpen(sum.RightOperand);
        return !value.ConstantValue.HasValue
            && value.Type is { IsValueType: false } or ITypeParameterSymbol
            && value.Type is not { Name: "IFormatProvider" or "CultureInfo" }
            && PossibleValues.First(value, 0, static (candidate, _) => candidate.ConstantValue.HasValue) is null;
    }

    static bool IsEntityFramework(INamedTypeSymbol type)
    {
        for (var space = type.ContainingNamespace; space is not null; space = space.ContainingNamespace)
            if (space is { Name: "EntityFrameworkCore", ContainingNamespace: { Name: "Microsoft", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        return type.IsOrInherits("System.Data.Entity.Database") || type.IsOrInherits("System.Data.Entity.DbSet");
    }
}
