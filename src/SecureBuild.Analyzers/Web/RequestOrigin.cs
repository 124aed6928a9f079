using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>The <c>Origin</c> header of the request on its way into the response, and whether anything is asked of it.</summary>
sealed class RequestOrigin
{
    readonly HashSet<ISymbol> _locals = new(SymbolEqualityComparer.Default);
    readonly Questions _questions;

    public bool IsFromRequest { get; }

    /// <summary>Anything but "is there one" is asked: the answer is taken for a check of the origin.</summary>
    public bool IsChecked => _questions.HeaderIsAsked || _questions.Asked.Overlaps(_locals);

    public RequestOrigin(IOperation value, IOperation function)
    {
        _questions = Questions.In(function);
        IsFromRequest = Reads(value);
    }

    bool Reads(IOperation value)
    {
        foreach (var each in value.DescendantsAndSelf())
            if (IsHeader(each) || each is ILocalReferenceOperation local && !_locals.Contains(local.Local) && IsOrigin(local))
                return true;
        return false;
    }

    bool IsOrigin(ILocalReferenceOperation local)
    {
        if (PossibleValues.OnlyValueOf(local) is { } initializer && Reads(initializer) || _questions.Filled.Contains(local.Local))
            return _locals.Add(local.Local);
        return false;
    }

    // Headers["Origin"], Headers.Get("Origin"), Headers.Origin, Headers[HeaderNames.Origin].
    static bool IsHeader(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Arguments.Length: > 0 } indexer => IsKey(indexer.Arguments.At(0)),
        IPropertyReferenceOperation { Property: { Name: "Origin", ContainingType.Name: "IHeaderDictionary" } } => true,
        IInvocationOperation { Arguments.Length: > 0 } call => IsKey(call.Arguments.At(0)) || call.TargetMethod.IsExtensionMethod && IsKey(call.Arguments.At(1)),
        _ => false,
    };

    static bool IsKey(IOperation? key) =>
        key?.ConstantValue is { HasValue: true, Value: string name } && name.Equals("Origin", StringComparison.OrdinalIgnoreCase)
        || key is IFieldReferenceOperation { Field: { Name: "Origin", IsStatic: true, ContainingType.Name: "HeaderNames" } };

    /// <summary>What a function does with locals and the header: found in one walk for all headers that it sets.</summary>
    sealed class Questions
    {
        static readonly ConditionalWeakTable<IOperation, Questions> s_functions = new();

        Questions(IOperation function)
        {
            foreach (var operation in function.Descendants())
            {
                NoteFilled(operation);
                NoteAsked(operation);
            }
        }

        /// <summary>Locals that get the header as <c>headers.TryGetValue("Origin", out var origin)</c>.</summary>
        public HashSet<ISymbol> Filled { get; } = new(SymbolEqualityComparer.Default);

        /// <summary>Locals of which anything but "is there one" is asked.</summary>
        public HashSet<ISymbol> Asked { get; } = new(SymbolEqualityComparer.Default);

        /// <summary>The same of the header itself.</summary>
        public bool HeaderIsAsked { get; private set; }

        public static Questions In(IOperation function) => s_functions.GetValue(function, static function => new(function));

        void NoteFilled(IOperation operation)
        {
            if (operation is IInvocationOperation { TargetMethod.Name: "TryGetValue" or "TryGetValues" } call && IsHeader(call))
                foreach (var argument in call.Arguments)
                    if (argument.Parameter?.RefKind == RefKind.Out)
                        foreach (var each in argument.Value.DescendantsAndSelf())
                            if (each is ILocalReferenceOperation reference)
                                Filled.Add(reference.Local);
        }

        void NoteAsked(IOperation operation)
        {
            switch (operation)
            {
                case IInvocationOperation { TargetMethod.Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "ToString" or "Trim" or "TrimEnd" or "FirstOrDefault" or "First" or "Any" or "ContainsKey" }:
                    break;
                case IInvocationOperation call when IsHeader(call) || Secrets.SecretNames.Pairs(call.TargetMethod.Name) || call.TargetMethod.Name.StartsWith("Log", StringComparison.Ordinal):
                    break;
                case IInvocationOperation call:
                    Ask(call.Instance);
                    AskAll(call.Arguments);
                    break;
                case IObjectCreationOperation creation:
                    AskAll(creation.Arguments);
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                    if (!AnyOrigin.IsNothing(comparison.RightOperand))
                        Ask(comparison.LeftOperand);
                    if (!AnyOrigin.IsNothing(comparison.LeftOperand))
                        Ask(comparison.RightOperand);
                    break;
                case IIsPatternOperation { Pattern: not (IConstantPatternOperation { Value.ConstantValue.Value: null } or INegatedPatternOperation) } test:
                    Ask(test.Value);
                    break;
                case ISwitchOperation choice:
                    Ask(choice.Value);
                    break;
                case ISwitchExpressionOperation choice:
                    Ask(choice.Value);
                    break;
            }
        }

        void AskAll(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments)
        {
            foreach (var argument in arguments)
                Ask(argument.Value);
        }

        void Ask(IOperation? value)
        {
            switch (value)
            {
                case IConversionOperation conversion:
                    Ask(conversion.Operand);
                    break;
                case ILocalReferenceOperation local:
                    Asked.Add(local.Local);
                    break;
                case IInvocationOperation { TargetMethod.Name: "ToString" or "Trim" or "TrimEnd" or "FirstOrDefault" } call when !IsHeader(call):
                    Ask(call.Instance ?? call.Arguments.At(0));
                    break;
                case { } other:
                    HeaderIsAsked |= IsHeader(other);
                    break;
            }
        }
    }
}
