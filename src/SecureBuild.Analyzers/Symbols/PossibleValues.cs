using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Symbols;

/// <summary>
/// What an expression may evaluate to, as far as the code around it shows without data flow: conversions peeled off, the arms of a conditional,
/// the initializer of a local that is written nowhere else, otherwise what is written to it above, the initializer of a readonly field or property in the same file (or of a private field that
/// nobody writes), what the constructors set it to, the default of a number or text that may be set, the default of a parameter that the method leaves as it is and
/// what the callers in the same file hand over, what a setting is that nobody has set, and what stands in a collection that is made beside it.
/// Not for the hot path: ask only after the API has matched.
/// </summary>
static class PossibleValues
{
    const int MaxDepth = 8;
    const int MaxCallers = 16;
    const int MaxElements = 16;
    const int MaxMentions = 24;
    const int CallerDepth = 4;

    /// <summary>The first possible value that <paramref name="matches"/>; null when none does. Pass a static lambda and hand what it needs through <paramref name="state"/>.</summary>
    public static IOperation? First<TState>(IOperation? value, TState state, Func<IOperation, TState, bool> matches) => First(value, state, matches, 0);

    /// <summary>A constant integer among the possible values that is less than <paramref name="limit"/>.</summary>
    public static int? Below(IOperation? value, int limit) =>
        First(value, limit, static (candidate, limit) => candidate.ConstantValue is { HasValue: true, Value: int number } && number < limit)?.ConstantValue.Value as int?;

    /// <summary>One of the possible values is this constant; for enumerations the underlying number.</summary>
    public static bool Include(IOperation? value, int constant) =>
        First(value, constant, static (candidate, constant) => candidate.ConstantValue is { HasValue: true, Value: int number } && number == constant) is not null;

    /// <summary>One of the possible values is this constant; a switch that asks for the development machine is what it is elsewhere.</summary>
    public static bool Include(IOperation? value, bool constant) =>
        value is not null && DevelopmentCheck.Elsewhere(value) is { } elsewhere ? elsewhere == constant : First(value, constant, static (candidate, constant) => candidate.ConstantValue is { HasValue: true, Value: bool truth } && truth == constant) is not null;

    static IOperation? First<TState>(IOperation? value, TState state, Func<IOperation, TState, bool> matches, int depth)
    {
        if (value is null || depth > MaxDepth)
            return null;
        if (matches(value, state))
            return value;
        if (value.ConstantValue.HasValue)
            return null;
        depth++;
        switch (value)
        {
            case IConversionOperation conversion:
                return First(conversion.Operand, state, matches, depth);
            case IParenthesizedOperation parenthesized:
                return First(parenthesized.Operand, state, matches, depth);
            case IConditionalOperation { Condition.ConstantValue: { HasValue: true, Value: bool isTrue } } decided:
                return First(isTrue ? decided.WhenTrue : decided.WhenFalse, state, matches, depth);
            case IConditionalOperation conditional:
                return First(conditional.WhenTrue, state, matches, depth) ?? First(conditional.WhenFalse, state, matches, depth);
            case ICoalesceOperation coalesce:
                return First(coalesce.Value, state, matches, depth) ?? First(coalesce.WhenNull, state, matches, depth);
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                    if (First(arm.Value, state, matches, depth) is { } found)
                        return found;
                return null;
            case ILocalReferenceOperation local:
                return OnlyValueOf(local) is { } only ? First(only, state, matches, depth) : OfWrites(local, state, matches, depth);
            case IParameterReferenceOperation { Parameter: { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol } } parameter:
                return IsLeftAlone(parameter) ? First(InitializerOf(parameter.Parameter, parameter), state, matches, depth) ?? HandedOver(parameter, state, matches, depth) : null;
            case IFieldReferenceOperation field when field.Field.IsReadOnly || IsNeverWritten(field.Field) || IsSetByMethodsOnly(field):
                return First(InitializerOf(field.Field, value), state, matches, depth);
            case IPropertyReferenceOperation { Property: { SetMethod: null, IsIndexer: false, IsAbstract: false, IsOverride: false } } property:
                return property.Property.IsVirtual && IsOverriddenBeside(property) ? null : First(InitializerOf(property.Property, value), state, matches, depth);
            // public int Iterations { get; set; } = 1000: what holds until somebody says otherwise. A switch is there to be switched.
            case IPropertyReferenceOperation { Property: { IsIndexer: false, IsAbstract: false, Type: var type } property } when type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_String || IsCryptography(type):
                return IsUntouched(property, value) ? First(InitializerOf(property, value), state, matches, depth) : null;
            // configuration.GetValue("Iterations", 1000): what holds where nothing is configured.
            case IInvocationOperation { TargetMethod: { Name: "GetValue" or "GetValueOrDefault", ReturnType.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_String or SpecialType.System_Boolean, DeclaringSyntaxReferences.Length: 0 } } read when read.Arguments.For("defaultValue") is { } fallback:
                return First(fallback, state, matches, depth);
            // s_names[version], iterations[level]
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: IFieldReferenceOperation or ILocalReferenceOperation, Arguments: [{ Value: var key }] } element:
                return OfElements(element.Instance!, key, state, matches, depth);
            case IArrayElementReferenceOperation { ArrayReference: IFieldReferenceOperation or ILocalReferenceOperation, Indices: [var place] } element:
                return OfElements(element.ArrayReference, place, state, matches, depth);
            case IInvocationOperation { TargetMethod: { IsVirtual: false, IsAbstract: false, IsOverride: false } method }:
                return First(OnlyAnswerOf(method, value), state, matches, depth);
            default:
                return null;
        }
    }

    // mode = CipherMode.CBC; if (isOld) mode = CipherMode.ECB; The writes that the reading may see, the nearest first, up to one that stands above it. A switch is on or off by the last of them.
    static IOperation? OfWrites<TState>(ILocalReferenceOperation reading, TState state, Func<IOperation, TState, bool> matches, int depth)
    {
        var body = Body.Of(reading);
        var mentions = body.Mentions(reading.Local);
        if (mentions.Count > MaxMentions || body.Declarator(reading.Local) is not { } declarator)
            return null;
        foreach (var mention in mentions)
            if (IsExamined(mention) || IsWritten(mention) && (!IsPlainWrite(mention) || FunctionOf(mention) != FunctionOf(reading)))
                return null;
        for (var i = mentions.Count - 1; i >= 0; i--)
        {
            var mention = mentions[i];
            if (mention.Syntax.SpanStart >= reading.Syntax.SpanStart || mention.Parent is not IAssignmentOperation write || write.Target != mention || write.Syntax.Span.Contains(reading.Syntax.Span))
                continue;
            // Each of the values may be such a local: levels multiply.
            if (!DevelopmentCheck.Guards(write) && First(write.Value, state, matches, depth + CallerDepth) is { } found)
                return found;
            if (write is ISimpleAssignmentOperation && StandsAbove(write, reading) || reading.Type?.SpecialType == SpecialType.System_Boolean)
                return null;
        }
        return First((declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value, state, matches, depth);
    }

    // x = …; flags |= …;
    static bool IsPlainWrite(IOperation mention) =>
        mention.Parent is ISimpleAssignmentOperation or ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Or } && mention.Parent is IAssignmentOperation { Parent: IExpressionStatementOperation };

    // Whoever comes to the reading has come by the write.
    static bool StandsAbove(IAssignmentOperation write, IOperation reading)
    {
        var block = write.Parent!.Parent;
        for (IOperation? outer = reading.Parent; outer is not null; outer = outer.Parent)
            if (ReferenceEquals(outer, block))
                return true;
        return false;
    }

    static IOperation? FunctionOf(IOperation operation)
    {
        IOperation? current = operation;
        while (current is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
            current = current.Parent;
        return current;
    }

    // What a collection is made with; under a key that is known, what stands there.
    static IOperation? OfElements<TState>(IOperation collection, IOperation key, TState state, Func<IOperation, TState, bool> matches, int depth)
    {
        switch (First(collection, 0, static (made, _) => made is IObjectCreationOperation { Initializer: not null } or IArrayCreationOperation { Initializer: not null } || made.Syntax is CollectionExpressionSyntax, depth))
        {
            case { Syntax: CollectionExpressionSyntax } list:
                var at = 0;
                foreach (var element in list.ChildOperations)
                    if (at++ < MaxElements && !(key.ConstantValue is { HasValue: true, Value: int wanted } && wanted != at - 1) && First(element, state, matches, depth) is { } written)
                        return written;
                return null;
            case IArrayCreationOperation { Initializer.ElementValues: var values }:
                for (var i = 0; i < values.Length && i < MaxElements; i++)
                    if (!(key.ConstantValue is { HasValue: true, Value: int place } && place != i) && First(values[i], state, matches, depth) is { } found)
                        return found;
                return null;
            case IObjectCreationOperation { Initializer.Initializers: var entries }:
                for (var i = 0; i < entries.Length && i < MaxElements; i++)
                {
                    // { ["a"] = 1 }, { { "a", 1 } }
                    var (name, value) = entries[i] switch
                    {
                        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ Value: var own }] }, Value: var set } => (own, set),
                        IInvocationOperation { Arguments: [{ Value: var own }, { Value: var set }] } => (own, set),
                        _ => default,
                    };
                    if (value is not null && !(key.ConstantValue.HasValue && name!.ConstantValue.HasValue && !Equals(key.ConstantValue.Value, name.ConstantValue.Value)) && First(value, state, matches, depth) is { } found)
                        return found;
                }
                return null;
            default:
                return null;
        }
    }

    // protected virtual byte[] Vector => s_vector: what holds where no class of this file says otherwise.
    static bool IsOverriddenBeside(IPropertyReferenceOperation reference) => TextAnswers.To(s_overrides, reference.Syntax.SyntaxTree.GetRoot(), reference.Property.Name);

    static readonly Func<SyntaxNode, string, bool> s_overrides = static (root, name) =>
    {
        foreach (var node in root.DescendantNodes(static node => node is not (BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax)))
            if (node is PropertyDeclarationSyntax property && property.Identifier.ValueText == name && property.Modifiers.Any(static modifier => modifier.Text == "override"))
                return true;
        return false;
    };

    // CipherMode, HashAlgorithmName, RSAEncryptionPadding: the choice of an algorithm is a default like a number.
    static bool IsCryptography(ITypeSymbol type) =>
        type is { ContainingNamespace: { Name: "Cryptography", ContainingNamespace: { Name: "Security", ContainingNamespace.Name: "System" } } } && (type.TypeKind is TypeKind.Enum or TypeKind.Struct || type.Name.EndsWith("Padding", StringComparison.Ordinal));

    /// <summary>What the only return statement of a method of this file says.</summary>
    public static IOperation? OnlyAnswerOf(IMethodSymbol method, IOperation reference)
    {
        if (reference.SemanticModel is not { } model || method.DeclaringSyntaxReferences.Length != 1 || method.DeclaringSyntaxReferences[0].SyntaxTree != model.SyntaxTree)
            return null;
        var (expression, block) = method.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            MethodDeclarationSyntax declared => (declared.ExpressionBody?.Expression, declared.Body),
            LocalFunctionStatementSyntax local => (local.ExpressionBody?.Expression, local.Body),
            _ => default,
        };
        expression ??= block is { Statements: { Count: > 0 } statements } && statements[statements.Count - 1] is ReturnStatementSyntax answer && TextAnswers.To(s_hasOneReturn, block) ? answer.Expression : null;
        return expression is null ? null : model.GetOperation(expression);
    }

    static readonly Func<SyntaxNode, bool> s_hasOneReturn = static block =>
    {
        var returns = 0;
        foreach (var node in block.DescendantNodes())
            if (node is ReturnStatementSyntax && ++returns > 1)
                return false;
        return true;
    };

    /// <summary>The initializer of a local that nothing writes again.</summary>
    public static IOperation? OnlyValueOf(ILocalReferenceOperation reference) => Body.Of(reference).Answer(s_initializerOf, reference.Local);

    static readonly Func<Body, ISymbol, IOperation?> s_initializerOf = static (body, local) =>
    {
        foreach (var use in body.Mentions(local))
            if (IsWritten(use))
                return null;
        return body.Declarator(local) is { } declarator ? (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value : Deconstructed(body, local);
    };

    // var (user, word) = Account();
    static IOperation? Deconstructed(Body body, ISymbol local)
    {
        foreach (var use in body.Mentions(local))
            if (use.Parent is ITupleOperation { Parent: IDeclarationExpressionOperation { Parent: IDeconstructionAssignmentOperation { Value: var value } } } targets)
            {
                while (value is IConversionOperation conversion)
                    value = conversion.Operand;
                if (value is IInvocationOperation { TargetMethod: { IsVirtual: false, IsAbstract: false, IsOverride: false } method })
                    value = OnlyAnswerOf(method, value);
                while (value is IConversionOperation conversion)
                    value = conversion.Operand;
                return value is ITupleOperation tuple && tuple.Elements.Length == targets.Elements.Length ? tuple.Elements[targets.Elements.IndexOf(use)] : null;
            }
        return null;
    }

    static bool IsLeftAlone(IParameterReferenceOperation reference) => IsUntouched(reference.Parameter, reference);

    static bool IsUntouched(ISymbol variable, IOperation reference)
    {
        foreach (var use in Body.Of(reference).Mentions(variable))
            if (IsWritten(use) || IsExamined(use))
                return false;
        return true;
    }

    // What calls in this file hand over. Of a switch all have to agree: one for cookies without a secret may be off.
    static IOperation? HandedOver<TState>(IParameterReferenceOperation reference, TState state, Func<IOperation, TState, bool> matches, int depth)
    {
        if (reference is not { SemanticModel: { } model, Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method } parameter } || !IsPlain(parameter.Type))
            return null;
        var calls = CallsByName.In(model.SyntaxTree, method.Name);
        if (calls.Count > MaxCallers)
            return null;
        IOperation? found = null;
        foreach (var call in calls)
        {
            if (model.GetOperation(call) is not IInvocationOperation invocation || !IsOf(method, invocation.TargetMethod))
                continue;
            // The callers of callers are asked once more: each level multiplies.
            var value = ArgumentOf(invocation, parameter) is { } argument ? First(argument, state, matches, depth + CallerDepth) : null;
            if (value is null && parameter.Type.SpecialType == SpecialType.System_Boolean)
                return null;
            found ??= value;
        }
        return found;
    }

    // Texts and bytes are made of others, whose callers would be asked in turn.
    // What chooses how something is done, not what it is done with.
    static bool IsPlain(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Int32 or SpecialType.System_Int64 || type.TypeKind is TypeKind.Enum or TypeKind.Delegate || type.Name == "XmlResolver" || IsCryptography(type);

    static bool IsOf(IMethodSymbol method, IMethodSymbol called) => SymbolEqualityComparer.Default.Equals((called.ReducedFrom ?? called).OriginalDefinition, method.OriginalDefinition);

    static IOperation? ArgumentOf(IInvocationOperation call, IParameterSymbol parameter)
    {
        foreach (var argument in call.Arguments)
            if (argument.Parameter?.Name == parameter.Name && argument.ArgumentKind == ArgumentKind.Explicit)
                return argument.Value;
        return null;
    }

    // count == 0 ? 600_000 : count; ThrowIfLessThan(count, 100_000): a number that is looked at need not be used as it comes.
    static bool IsExamined(IOperation use)
    {
        if (use.Type?.SpecialType is not (>= SpecialType.System_SByte and <= SpecialType.System_UInt64))
            return false;
        var parent = use.Parent;
        while (parent is IConversionOperation)
            parent = parent.Parent;
        return parent is IBinaryOperation { Type.SpecialType: SpecialType.System_Boolean } or IIsPatternOperation or ISwitchExpressionOperation
            || parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: var name } method } } && (method.ContainingType.Name == "Math" || name.StartsWith("ThrowIf", StringComparison.Ordinal));
    }

    static bool IsWritten(IOperation use) => use.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == use,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        IAddressOfOperation or ITupleOperation { Parent: IDeconstructionAssignmentOperation } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
        _ => false,
    };

    // Another file would need another semantic model, which an analyzer may not build.
    static IOperation? InitializerOf(ISymbol member, IOperation reference)
    {
        if (reference.SemanticModel is not { } model || member.DeclaringSyntaxReferences.Length == 0 || member.DeclaringSyntaxReferences[0].SyntaxTree != model.SyntaxTree)
            return null;
        var value = member.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            ParameterSyntax parameter => parameter.Default?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
            _ => null,
        };
        if (value is null && member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } && member.DeclaringSyntaxReferences[0].GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type)
            value = SetByConstructor(type, member.Name);
        return value is null ? null : model.GetOperation(value);
    }

    // The only assignment there is.
    static ExpressionSyntax? SetByConstructor(TypeDeclarationSyntax type, string member)
    {
        ExpressionSyntax? only = null;
        foreach (var name in NamesIn.Of(type, member))
        {
            ExpressionSyntax target = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access ? access : name;
            if (AssignedTo(target) is not { } value)
                continue;
            if (only is not null || target.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is null)
                return null;
            only = value;
        }
        return only;
    }

    // member = value; (member, other) = (value, another);
    static ExpressionSyntax? AssignedTo(ExpressionSyntax target) => target.Parent switch
    {
        AssignmentExpressionSyntax assignment when assignment.Left == target => assignment.Right,
        ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax { Right: TupleExpressionSyntax values } assignment } targets } element when assignment.Left == targets
            && targets.Arguments.IndexOf(element) is var place && place < values.Arguments.Count => values.Arguments[place].Expression,
        _ => null,
    };

    // By syntax, and by name alone: another variable of the same name that is written only makes us silent.
    static bool IsNeverWritten(IFieldSymbol field)
    {
        if (field is not { DeclaredAccessibility: Accessibility.Private, ContainingType.DeclaringSyntaxReferences: { Length: 1 } declarations })
            return false;
        return !TextAnswers.To(s_isTarget, declarations[0].GetSyntax(), field.Name);
    }

    // int _size = 1024; that WithSize(int) of a builder changes, if somebody calls it. What is looked at need not be used as it is.
    static bool IsSetByMethodsOnly(IFieldReferenceOperation reference) =>
        reference.Field is { DeclaredAccessibility: Accessibility.Private, IsStatic: false, ContainingType.DeclaringSyntaxReferences: { Length: 1 } declarations } field
        && (field.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 || IsCryptography(field.Type))
        && TextAnswers.To(s_isOption, declarations[0].GetSyntax(), field.Name) && IsUntouched(field, reference);

    static readonly Func<SyntaxNode, string, bool> s_isOption = static (type, field) =>
    {
        foreach (var name in NamesIn.Of(type, field))
            if (IsTarget(name) && (name.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { ReturnType: var answer } || answer.ToString() != ((TypeDeclarationSyntax)type).Identifier.ValueText))
                return false;
        return true;
    };

    static readonly Func<SyntaxNode, string, bool> s_isTarget = static (type, field) => NamesIn.Of(type, field).Any(IsTarget);

    static bool IsTarget(ExpressionSyntax name)
    {
        while (name.Parent is MemberAccessExpressionSyntax member && member.Name == name)
            name = member;
        return name.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == name,
            ArgumentSyntax argument => argument.RefOrOutKeyword.RawKind != 0 || argument.Parent is TupleExpressionSyntax,
            RefExpressionSyntax => true,
            PrefixUnaryExpressionSyntax unary => unary.OperatorToken.Text is "++" or "--" or "&",
            PostfixUnaryExpressionSyntax unary => unary.OperatorToken.Text is "++" or "--",
            _ => false,
        };
    }
}
