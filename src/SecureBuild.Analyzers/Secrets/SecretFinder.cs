using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>
/// The search that SB5001 (passwords and tokens) and SB5002 (keys) share. Three ways lead to a finding: a known format anywhere, a name that promises
/// a secret with a value that looks like one, and an API that takes a secret with any value that is written in the source. A secret is found once.
/// </summary>
sealed class SecretFinder(DiagnosticDescriptor rule, SecretKind kind, Compilation compilation)
{
    readonly SecretApis _apis = SecretApis.In(compilation, kind);
    readonly SecretApis _otherApis = SecretApis.In(compilation, kind == SecretKind.Key ? SecretKind.Password : SecretKind.Key);

    // Tests need passwords that are worth nothing; a real token is worth as much there as anywhere.
    readonly bool _isTest = TestProject.Is(compilation);

    public void Register(CompilationStartAnalysisContext start)
    {
        start.RegisterOperationAction(Literal, OperationKind.Literal);
        if (_isTest)
            return;
        start.RegisterOperationAction(Argument, OperationKind.Argument);
        start.RegisterOperationAction(Assignment, OperationKind.SimpleAssignment);
    }

    void Literal(OperationAnalysisContext context)
    {
        if (context.Operation.Type?.SpecialType != SpecialType.System_String || context.Operation.ConstantValue.Value is not string text)
            return;
        if (TokenFormat.In(text) is { } format)
        {
            if (IsMine(format.Kind))
                Report(context, context.Operation, format.Name);
        }
        else if (!_isTest && SecretValue.IsPossible(text) && SecretDestination.Of(context.Operation, context.ContainingSymbol) is { } destination
            && SecretNames.KindOf(destination.Name) is not SecretKind.None and var promised && IsMine(promised)
            && SecretValue.LooksLike(promised, text, destination.Name, destination.IsComparison)
            && !_apis.Takes(destination.Symbol) && !_otherApis.Takes(destination.Symbol))
            Report(context, context.Operation, destination.Name);
    }

    void Argument(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (_apis.Takes(argument.Parameter))
            Api(context, argument.Value, argument.Parameter!.Name);
    }

    void Assignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: var property } && _apis.Takes(property))
            Api(context, assignment.Value, property.Name);
    }

    void Api(OperationAnalysisContext context, IOperation value, string name)
    {
        if (HardCoded.In(value) is { } written && !IsFoundWhereItIsWritten(written, context.ContainingSymbol))
            Report(context, value, name);
    }

    // A constant or variable with a telling name, or a known format, is reported at its declaration already.
    static bool IsFoundWhereItIsWritten(IOperation written, ISymbol containing)
    {
        if (written.ConstantValue.Value is not string text)
            return false;
        if (TokenFormat.In(text) is not null)
            return true;
        var name = written switch
        {
            IFieldReferenceOperation field => field.Field.Name,
            ILocalReferenceOperation local => local.Local.Name,
            _ => SecretDestination.Of(written, containing) is { Symbol: ILocalSymbol or IFieldSymbol } destination ? destination.Name : null,
        };
        return name is not null && SecretNames.KindOf(name) is not SecretKind.None and var promised && SecretValue.LooksLike(promised, text, name);
    }

    bool IsMine(SecretKind found) => found == SecretKind.Key == (kind == SecretKind.Key);

    void Report(OperationAnalysisContext context, IOperation place, string name) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, place.Syntax.GetLocation(), name));
}
