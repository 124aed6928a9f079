using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>Finds what is written in the source behind a value: a string, bytes, or one made of the other.</summary>
sealed class HardCoded
{
    // The list that "params ReadOnlySpan<string>" gets: its interface came after the Roslyn we compile against.
    const OperationKind CollectionExpression = (OperationKind)127;

    const int ShortestKey = 8;
    const int MaxDepth = 8;

    readonly IOperation _whole;
    readonly SecretApis _apis;
    readonly SecretKind _kind;
    int _depth;

    HardCoded(IOperation whole, SecretApis apis, SecretKind kind)
    {
        _whole = whole;
        _apis = apis;
        _kind = kind;
    }

    /// <summary>The constant, array or literal that the value may be or be made of; null when it comes from elsewhere or is a placeholder.</summary>
    /// <param name="value">What an API takes as a secret.</param>
    /// <param name="apis">An array that only goes into these is never filled.</param>
    /// <param name="kind">A key may be any text, a password not a placeholder.</param>
    public static IOperation? In(IOperation? value, SecretApis apis, SecretKind kind) => value is null ? null : new HardCoded(value, apis, kind).In(value);

    /// <summary>Eight or more constants, not all the same: bytes that may be a key.</summary>
    public static bool IsKeyMaterial(IOperation bytes) => bytes switch
    {
        IUtf8StringOperation utf8 => utf8.Value.Length >= ShortestKey,
        IArrayCreationOperation { Initializer.ElementValues: { Length: >= ShortestKey } values, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } } =>
            values.All(static value => value.ConstantValue.HasValue) && values.Any(value => !Equals(value.ConstantValue.Value, values[0].ConstantValue.Value)),
        _ => false,
    };

    IOperation? In(IOperation? value)
    {
        if (value is null || ++_depth > MaxDepth)
            return null;
        var found = PossibleValues.First(value, this, static (candidate, self) => self.IsWritten(candidate)) switch
        {
            IInvocationOperation call => IsJoined(call) ? call : In(Source(call) ?? Returned(call)),
            IFieldReferenceOperation { Field.IsConst: false } field when OnlyValueOf(field) is { } only => In(only),
            ILocalReferenceOperation local when AssignedOnce(local) is { } assigned => In(assigned),
            var written => written,
        };
        _depth--;
        return found;
    }

    bool IsWritten(IOperation candidate) => candidate switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => IsCredible(text),
        IUtf8StringOperation utf8 => IsCredible(utf8.Value),
        IArrayCreationOperation { Initializer: null } array => IsOfConstantLength(array) && (_whole.Syntax.Span.Contains(array.Syntax.Span) || StaysEmpty()),
        IArrayCreationOperation { Initializer: { } initializer } => IsWritten(initializer),
        IArrayInitializerOperation initializer => IsWritten(initializer),
        IInvocationOperation call => IsJoined(call) || In(Source(call) ?? Returned(call)) is not null,
        // Encrypt(string text, string key = "…")
        IParameterReferenceOperation { Parameter: { HasExplicitDefaultValue: true, ExplicitDefaultValue: string text } } => IsCredible(text),
        IFieldReferenceOperation { Field: { IsConst: false, IsReadOnly: false, DeclaredAccessibility: Accessibility.Private } } field => In(OnlyValueOf(field)) is not null,
        ILocalReferenceOperation local => In(AssignedOnce(local)) is not null,
        // Roslyn 4.8 has no operation for [1, 2, 3].
        _ when candidate.Syntax is StackAllocArrayCreationExpressionSyntax { Initializer: null } => StaysEmpty(),
        _ => candidate.Syntax is CollectionExpressionSyntax { Elements.Count: > 0 } collection && collection.Elements.All(element => IsWritten(element, candidate.SemanticModel)),
    };

    // [0x11, 0x7a, .. s_rest]
    bool IsWritten(CollectionElementSyntax element, SemanticModel? model) =>
        element is ExpressionElementSyntax { Expression: LiteralExpressionSyntax or CastExpressionSyntax { Expression: LiteralExpressionSyntax } }
        || element is SpreadElementSyntax spread && model?.GetOperation(spread.Expression) is { } part && In(part) is not null;

    // string.Join("", new[] { "q8Zr", "T1vX" }), string.Concat(First, Second)
    static bool IsJoined(IInvocationOperation call)
    {
        if (call.TargetMethod is not { Name: "Join" or "Concat", ContainingType.SpecialType: SpecialType.System_String })
            return false;
        var pieces = 0;
        foreach (var argument in call.Arguments)
        {
            var value = argument.Value;
            while (value is IConversionOperation conversion)
                value = conversion.Operand;
            if (value is IArrayCreationOperation { Initializer.ElementValues: var elements })
                pieces += elements.All(static element => element.ConstantValue.HasValue) ? elements.Length : int.MinValue / 2;
            else if (value.Kind == CollectionExpression)
                pieces += value.ChildOperations.All(static element => element.ConstantValue.HasValue) ? value.ChildOperations.Count : int.MinValue / 2;
            else if (value.ConstantValue.HasValue)
                pieces++;
            else
                return false;
        }
        return pieces > 1;
    }

    bool IsCredible(string text) => _kind == SecretKind.Key ? SecretValue.IsCredibleKey(text) : SecretValue.IsCredible(text);

    static bool IsOfConstantLength(IArrayCreationOperation array) =>
        array.DimensionSizes.Length == 1 && array.DimensionSizes[0].ConstantValue is not { HasValue: true, Value: 0 };

    // A local or private field without content is there to be filled, unless all that happens to it is that it becomes a key.
    bool StaysEmpty()
    {
        var value = _whole;
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value switch
        {
            ILocalReferenceOperation local => Body.Of(local).Answer(_apis, local.Local, (body, variable) => body.Mentions(variable).All(OnlyBecomesKey)),
            IFieldReferenceOperation { Field.DeclaredAccessibility: Accessibility.Private } field => IsOnlyRead(field),
            _ => false,
        };
    }

    bool OnlyBecomesKey(IOperation use)
    {
        var parent = use.Parent;
        while (parent is IConversionOperation)
            parent = parent.Parent;
        return parent switch
        {
            // nonce.Clear(), nonce.Fill(7)
            IInvocationOperation { TargetMethod: { Name: "Clear" or "Fill", ContainingType.Name: "Span" } } fill when ReferenceEquals(fill.Instance, Whole(use)) => fill.Arguments.All(static argument => argument.Value.ConstantValue.HasValue),
            // Array.Fill(iv, (byte)7)
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Fill" or "Clear", ContainingType: { Name: "Array" } } } fill } => fill.Arguments.All(static argument => argument.Parameter?.Ordinal == 0 || argument.Value.ConstantValue.HasValue),
            IArgumentOperation argument => _apis.Takes(argument.Parameter),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } => _apis.Takes(property),
            IPropertyReferenceOperation { Property.Name: "Length" } => true,
            // key[0] = 0x2b;
            IArrayElementReferenceOperation { Parent: ISimpleAssignmentOperation { Value.ConstantValue.HasValue: true } written } element => ReferenceEquals(written.Target, element) && element.Indices.All(static index => index.ConstantValue.HasValue),
            _ => false,
        };
    }

    static IOperation Whole(IOperation use)
    {
        while (use.Parent is IConversionOperation conversion)
            use = conversion;
        return use;
    }

    // By syntax: other methods would need their own operations. Only "x.Key = field" and arguments of CreateEncryptor and the like are harmless.
    static bool IsOnlyRead(IFieldReferenceOperation reference)
    {
        if (TypeOf(reference) is not { } type)
            return false;
        return TextAnswers.To(s_isOnlyHarmless, type, reference.Field.Name);
    }

    static readonly Func<SyntaxNode, string, bool> s_isOnlyHarmless = static (type, field) => NamesIn.Of(type, field).All(IsHarmless);

    static bool IsHarmless(SimpleNameSyntax name) => (name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access.Parent : name.Parent) switch
    {
        AssignmentExpressionSyntax { Left: var left } => left != name && left != name.Parent,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method } } } => SecretApis.TakesNoFill(method),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" } => true,
        _ => false,
    };

    // byte[] key; key = …; or byte[] key = {}; key = …; once.
    static IOperation? AssignedOnce(ILocalReferenceOperation reference) => Body.Of(reference).Answer(s_onlyAssignment, reference.Local);

    static readonly Func<Body, ISymbol, IOperation?> s_onlyAssignment = static (body, local) =>
    {
        IOperation? only = null;
        if (body.Declarator(local) is { } declarator && !IsBlank(declarator.Initializer?.Value))
            return null;
        foreach (var use in body.Mentions(local))
            switch (use.Parent)
            {
                case ISimpleAssignmentOperation assignment when ReferenceEquals(assignment.Target, use):
                    if (only is not null)
                        return null;
                    only = assignment.Value;
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }:
                case ICompoundAssignmentOperation changed when ReferenceEquals(changed.Target, use):
                    return null;
            }
        return only;
    };

    static bool IsBlank(IOperation? value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value is null or IDefaultValueOperation or IArrayCreationOperation { Initializer.ElementValues.Length: 0 } or IArrayInitializerOperation { ElementValues.Length: 0 }
            || value.ConstantValue is { HasValue: true, Value: null or "" }
            || value is IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } };
    }

    // The initializer of a private field that its type, all of it in this file, never writes again.
    static IOperation? OnlyValueOf(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (TypeOf(reference) is not { } type
            || field.DeclaringSyntaxReferences.Length != 1
            || field.DeclaringSyntaxReferences[0].GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: var value })
            return null;
        if (TextAnswers.To(s_isWritten, type, field.Name))
            return null;
        return reference.SemanticModel!.GetOperation(value);
    }

    static readonly Func<SyntaxNode, string, bool> s_isWritten = static (type, field) => NamesIn.Of(type, field).Any(static name => IsWritten(name));

    static SyntaxNode? TypeOf(IFieldReferenceOperation reference) =>
        reference is { SemanticModel: { } model, Field.ContainingType.DeclaringSyntaxReferences: { Length: 1 } types } && types[0].SyntaxTree == model.SyntaxTree ? types[0].GetSyntax() : null;

    static bool IsWritten(SimpleNameSyntax name)
    {
        for (SyntaxNode current = name; current.Parent is { } parent and not MemberDeclarationSyntax; current = parent)
            if (parent is AssignmentExpressionSyntax assignment && assignment.Left == current || parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 })
                return true;
        return false;
    }

    // What a conversion such as Encoding.GetBytes(text), Convert.FromBase64String(text), text.ToCharArray() or SHA256.HashData(bytes) starts from.
    static IOperation? Source(IInvocationOperation call) =>
        !SecretNames.PassesThrough(call.TargetMethod.Name) && !(call.TargetMethod is { Name: "GetString", ContainingType.Name: var type } && type.EndsWith("Encoding", StringComparison.Ordinal)) || call.TargetMethod.ContainingType?.Name.StartsWith("HMAC", StringComparison.Ordinal) == true ? null
        : call.Arguments.Length > 0 && call.Instance?.Type?.SpecialType != SpecialType.System_String ? call.Arguments.At(0)
        : call.Instance;

    // static byte[] Key() => Encoding.UTF8.GetBytes("…"), in the same file.
    static IOperation? Returned(IInvocationOperation call)
    {
        if (call is not { SemanticModel: { } model, Arguments.Length: 0, TargetMethod: { IsVirtual: false, IsAbstract: false, IsOverride: false, DeclaringSyntaxReferences: { Length: 1 } declarations } }
            || declarations[0].SyntaxTree != model.SyntaxTree)
            return null;
        var value = declarations[0].GetSyntax() switch
        {
            MethodDeclarationSyntax { ExpressionBody.Expression: var arrow } => arrow,
            MethodDeclarationSyntax { Body.Statements: { Count: 1 } body } => (body[0] as ReturnStatementSyntax)?.Expression,
            LocalFunctionStatementSyntax { ExpressionBody.Expression: var arrow } => arrow,
            LocalFunctionStatementSyntax { Body.Statements: { Count: 1 } body } => (body[0] as ReturnStatementSyntax)?.Expression,
            _ => null,
        };
        return value is null ? null : model.GetOperation(value);
    }

    static bool IsWritten(IArrayInitializerOperation initializer) =>
        initializer.ElementValues.Length > 0 && initializer.ElementValues.All(static element => element.ConstantValue.HasValue);
}
