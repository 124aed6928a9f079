using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>
/// The search that SB5001 (passwords and tokens) and SB5002 (keys) share. Three ways lead to a finding: a known format anywhere, a name that promises
/// a secret with a value that looks like one, and an API that takes a secret with any value that is written in the source. A secret is found once.
/// </summary>
sealed class SecretFinder(DiagnosticDescriptor rule, SecretKind kind, Compilation compilation)
{
    const int Shortest = 4;

    readonly SecretApis _apis = kind == SecretKind.Key ? SecretApis.Keys : SecretApis.Passwords;
    readonly SecretApis _otherApis = kind == SecretKind.Key ? SecretApis.Passwords : SecretApis.Keys;

    // Tests need passwords that are worth nothing; a real token is worth as much there as anywhere.
    readonly TestProject _project = new(compilation);

    public void Register(RuleRegistration on)
    {
        on.Operation(Literal, OperationKind.Literal);
        on.Operation(Argument, OperationKind.Argument);
        on.Write(Assignment, _apis.Names);
        if (kind == SecretKind.Key)
            on.Operation(Bytes, OperationKind.ArrayCreation, OperationKind.Utf8String);
    }

    void Literal(OperationAnalysisContext context)
    {
        if (context.Operation.ConstantValue is not { HasValue: true, Value: string { Length: >= Shortest } text })
            return;
        if (TokenFormat.In(text) is { } format)
        {
            if (IsMine(format.Kind))
                context.ReportDiagnostic(Diagnostic.Create(rule, context.Operation.Syntax.GetLocation(), format.Name));
            return;
        }
        var whole = WrittenText.Whole(context.Operation);
        if (whole.ConstantValue is not { HasValue: true, Value: string written })
            (whole, written) = (context.Operation, text);
        else if (!WrittenText.IsFirst(context.Operation, whole))
            return;
        if (SecretValue.IsPossible(written) && SecretDestination.Of(whole, context.ContainingSymbol) is { } destination
            && SecretNames.KindOf(destination.Name) is not SecretKind.None and var promised
            && SecretValue.LooksLike(promised, written, destination.Name, destination.IsCertain, destination.IsUsed))
        {
            if (IsMine(promised) && !_apis.Takes(destination.Symbol) && !_otherApis.Takes(destination.Symbol))
                Report(context, whole, destination.Name);
        }
        else if (CredentialText.In(written) is { } carried)
        {
            if (IsMine(carried.Kind) && ConnectionText.SecretKeyIn(WrittenText.Of(WrittenText.Whole(context.Operation))) is null)
                Report(context, whole, carried.Name);
        }
        else if (kind != SecretKind.Key && BecomesBasicHeader(whole) && CredentialText.IsUserAndPassword(written))
            Report(context, whole, "Basic");
    }

    // Convert.ToBase64String(Encoding.UTF8.GetBytes("user:password"))
    static bool BecomesBasicHeader(IOperation text) =>
        text.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "GetBytes", Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "ToBase64String" } } } };

    // A key as bytes: the name alone has to say so.
    void Bytes(OperationAnalysisContext context)
    {
        if (HardCoded.IsKeyMaterial(context.Operation)
            && SecretDestination.Of(context.Operation, context.ContainingSymbol) is { } destination
            && SecretNames.KindOf(destination.Name) == SecretKind.Key
            && !_apis.Takes(destination.Symbol))
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
        if (context.Operation is ISimpleAssignmentOperation assignment && assignment.Target is IPropertyReferenceOperation { Property: var property } && _apis.Takes(property))
            Api(context, assignment.Value, property.Name);
    }

    void Api(OperationAnalysisContext context, IOperation value, string name)
    {
        if (HardCoded.In(value, _apis, kind) is { } written && !IsFoundWhereItIsWritten(written, context.ContainingSymbol))
            Report(context, value, name);
    }

    // A constant or variable with a telling name, or a known format, is reported at its declaration already.
    static bool IsFoundWhereItIsWritten(IOperation written, ISymbol containing)
    {
        if (written is IArrayInitializerOperation { Parent: IArrayCreationOperation array })
            written = array;
        if (HardCoded.IsKeyMaterial(written))
            return SecretDestination.Of(written, containing) is { Symbol: ILocalSymbol or IFieldSymbol or IPropertySymbol } bytes && SecretNames.KindOf(bytes.Name) == SecretKind.Key;
        if (written.ConstantValue.Value is not string text)
            return false;
        if (TokenFormat.In(text) is not null || CredentialText.In(text) is not null)
            return true;
        var (name, isUsed) = written switch
        {
            IFieldReferenceOperation field => (field.Field.Name, false),
            ILocalReferenceOperation local => (local.Local.Name, !local.Local.IsConst),
            _ => SecretDestination.Of(written, containing) is { Symbol: ILocalSymbol or IFieldSymbol } destination ? (destination.Name, destination.IsUsed) : default,
        };
        return name is not null && SecretNames.KindOf(name) is not SecretKind.None and var promised && SecretValue.LooksLike(promised, text, name, isUsed: isUsed);
    }

    bool IsMine(SecretKind found) => found == SecretKind.Key == (kind == SecretKind.Key);

    void Report(OperationAnalysisContext context, IOperation place, string name)
    {
        if (!_project.IsTest)
            context.ReportDiagnostic(Diagnostic.Create(rule, place.Syntax.GetLocation(), name));
    }
}
