using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

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
        on.Operation(Literal, BodyHint.Secret, OperationKind.Literal, OperationKind.Utf8String);
        on.Operation(Argument, BodyHint.Secret, OperationKind.Argument);
        on.Set(Assignment, _apis.PropertyNames);
        if (kind != SecretKind.Key)
        {
            on.Operation(Characters, BodyHint.Secret, OperationKind.ArrayCreation);
            on.Operation(Comparison, BodyHint.Secret, OperationKind.BinaryOperator);
            on.Call(ComparingCall, "Equals", "FixedTimeEquals", "SequenceEqual");
        }
        else
            on.Operation(Bytes, BodyHint.Secret, OperationKind.ArrayCreation, OperationKind.Utf8String);
    }

    void Literal(OperationAnalysisContext context)
    {
        var text = context.Operation is IUtf8StringOperation utf8 ? utf8.Value : context.Operation.ConstantValue.Value as string;
        if (text is null || text.Length < Shortest && context.Operation.Parent is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Add })
            return;
        if (TokenFormat.In(text) is { } format)
        {
            if (IsMine(format.Kind))
                context.ReportDiagnostic(Diagnostic.Create(rule, context.Operation.Syntax.GetLocation(), format.Name));
            return;
        }
        var whole = WrittenText.ConstantWhole(context.Operation);
        if (whole.ConstantValue is not { HasValue: true, Value: string written })
            (whole, written) = (context.Operation, text);
        else if (!WrittenText.IsFirst(context.Operation, whole))
            return;
        if ((SecretValue.IsPossible(written) || CredentialText.IsHeader(written)) && Promise(whole, written, context.ContainingSymbol) is { } promise)
        {
            // Bytes says so of keys.
            if (IsMine(promise.Kind) && !(promise.Kind == SecretKind.Key && whole is IUtf8StringOperation) && !_apis.Takes(promise.Symbol) && !_otherApis.Takes(promise.Symbol))
                Report(context, whole, promise.Name);
        }
        else if (CredentialText.In(written) is { } carried)
        {
            if (IsMine(carried.Kind) && ConnectionText.SecretKeyIn(WrittenText.Of(WrittenText.Whole(context.Operation))) is null)
                Report(context, whole, carried.Name);
        }
        else if (kind != SecretKind.Key && (BecomesBasicHeader(whole) || BecomesSecureString(whole)) && (CredentialText.IsUserAndPassword(written) || BecomesSecureString(whole) && SecretValue.IsCredible(written)))
            Report(context, whole, BecomesSecureString(whole) ? "SecureString" : "Basic");
    }

    // A name that promises a secret, and a value that keeps the promise.
    static (SecretKind Kind, string Name, ISymbol? Symbol)? Promise(IOperation whole, string written, ISymbol containing)
    {
        if (SecretDestination.Of(whole, containing) is not { } destination)
            return Element(whole, written);
        // "Authorization: ApiKey …": what the scheme is called does not matter.
        if (destination.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
            return written.IndexOf(' ') is > 0 and var space && CredentialText.In(written) is null && SecretValue.LooksLike(SecretKind.Token, written.Substring(space + 1), destination.Name) ? (SecretKind.Token, destination.Name, destination.Symbol) : null;
        if (SecretNames.KindOf(destination.Name) is not SecretKind.None and var promised)
            return !(promised == SecretKind.Password && destination.Symbol is IFieldSymbol { IsConst: true, ContainingType: { } holder } && SecretNames.HoldsTexts(holder.Name)) && SecretValue.LooksLike(promised, written, destination.Name, destination.IsCertain, destination.IsUsed) ? (promised, destination.Symbol?.Name ?? destination.Name, destination.Symbol) : null;
        return Element(whole, written);
    }

    static (SecretKind Kind, string Name, ISymbol? Symbol)? Element(IOperation whole, string written) =>
        SecretCollection.Of(whole) is { } collection && SecretValue.LooksLike(collection.Kind, written, collection.Name) ? (collection.Kind, collection.Name, null) : null;

    // Convert.ToBase64String(Encoding.UTF8.GetBytes("user:password")), Convert.ToBase64String("user:password"u8)
    static bool BecomesBasicHeader(IOperation text)
    {
        var bytes = text is IUtf8StringOperation ? text : text.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "GetBytes" } encoded } ? encoded : null;
        if (bytes?.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } })
            return Body.Of(bytes).Mentions(local).Any(static use => IsBase64Of(use));
        return bytes is not null && IsBase64Of(bytes);
    }

    static bool IsBase64Of(IOperation bytes)
    {
        while (bytes.Parent is IConversionOperation conversion)
            bytes = conversion;
        return bytes.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "ToBase64String" } };
    }

    // foreach (var c in "…") secure.AppendChar(c)
    static bool BecomesSecureString(IOperation text)
    {
        var parent = text.Parent;
        while (parent is IConversionOperation or IInvocationOperation { TargetMethod.Name: "ToCharArray" })
            parent = parent.Parent;
        if (parent is not IForEachLoopOperation loop || loop.Body.Syntax.Span.Contains(text.Syntax.Span))
            return false;
        foreach (var operation in loop.Body.DescendantsAndSelf())
            if (operation is IInvocationOperation { TargetMethod: { Name: "AppendChar", ContainingType.Name: "SecureString" } })
                return true;
        return false;
    }

    // A key as bytes: the name alone has to say so.
    void Bytes(OperationAnalysisContext context)
    {
        if (HardCoded.IsKeyMaterial(context.Operation)
            && SecretDestination.Of(context.Operation, context.ContainingSymbol) is { } destination
            && SecretNames.KindOf(destination.Name) == SecretKind.Key
            && !_apis.Takes(destination.Symbol))
            Report(context, context.Operation, destination.Name);
    }

    // char[] password = { 'h', 'u', … }
    void Characters(OperationAnalysisContext context)
    {
        if (context.Operation is not IArrayCreationOperation { Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Char }, Initializer.ElementValues: { Length: >= Shortest } values })
            return;
        var text = string.Concat(values.Select(static value => value.ConstantValue.Value as char?));
        if (text.Length == values.Length && SecretDestination.Of(context.Operation, context.ContainingSymbol) is { } destination
            && SecretNames.KindOf(destination.Name) == SecretKind.Password && SecretValue.LooksLike(SecretKind.Password, text, destination.Name, isUsed: true))
            Report(context, context.Operation, destination.Name);
    }

    // password == expected, where the source says what is expected. A literal is found as one.
    void Comparison(OperationAnalysisContext context)
    {
        if (context.Operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, LeftOperand: { Type.SpecialType: SpecialType.System_String } left, RightOperand: var right })
            Compare(context, left, right);
    }

    void ComparingCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if ((call.Instance ?? call.Arguments.At(0)) is { } one && call.Arguments.At(call.Instance is null ? 1 : 0) is { } other)
            Compare(context, one, other);
    }

    void Compare(OperationAnalysisContext context, IOperation one, IOperation other)
    {
        if ((Expected(one, other) ?? Expected(other, one)) is { } expected && !Refusal.Is(context.Operation))
            Report(context, expected.Place, expected.Name);
    }

    (IOperation Place, string Name)? Expected(IOperation given, IOperation place)
    {
        while (place is IConversionOperation conversion)
            place = conversion.Operand;
        return place is ILocalReferenceOperation or IFieldReferenceOperation && SecretDestination.Named(given) is { } name && SecretNames.KindOf(name.Name) == SecretKind.Password
            && SecretNames.KindOf(SecretDestination.Named(place)?.Name) == SecretKind.None
            && HardCoded.In(place, _apis, SecretKind.Password) is { ConstantValue: { HasValue: true, Value: string text } } && SecretValue.LooksLike(SecretKind.Password, text, name.Name, isCertain: true)
            ? (place, name.Name) : null;
    }

    void Argument(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (_apis.Takes(argument.Parameter))
            Api(context, argument.Value, argument.Parameter!.Name);
    }

    void Assignment(OperationAnalysisContext context, Assigned assigned)
    {
        if (_apis.Takes(assigned.Property))
            Api(context, assigned.Value, assigned.Property.Name);
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
            return !IsMadeOfNames(written);
        var (name, isUsed) = written switch
        {
            IFieldReferenceOperation field => (field.Field.Name, false),
            ILocalReferenceOperation local => (local.Local.Name, !local.Local.IsConst),
            _ => SecretDestination.Of(written, containing) is { Symbol: ILocalSymbol or IFieldSymbol } destination ? (destination.Name, destination.IsUsed) : default,
        };
        return name is not null && SecretNames.KindOf(name) is not SecretKind.None and var promised && SecretValue.LooksLike(promised, text, name, isUsed: isUsed);
    }

    // First + Second: no literal says what the whole is.
    static bool IsMadeOfNames(IOperation written) => written is IBinaryOperation && !written.Descendants().Any(static piece => piece is ILiteralOperation);

    bool IsMine(SecretKind found) => found == SecretKind.Key == (kind == SecretKind.Key);

    void Report(OperationAnalysisContext context, IOperation place, string name)
    {
        if (!_project.IsTest)
            context.ReportDiagnostic(Diagnostic.Create(rule, place.Syntax.GetLocation(), name));
    }
}
