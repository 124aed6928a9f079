using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>The text that a literal is a piece of: <c>"Server=" + host + ";Password=…"</c>, <c>$"Server={host};Password=…"</c>.</summary>
static class WrittenText
{
    // The list that "params ReadOnlySpan<object>" gets: its interface came after the Roslyn we compile against.
    const OperationKind CollectionExpression = (OperationKind)127;

    // Found once for all the literals of a long text.
    static readonly ConditionalWeakTable<IOperation, IOperation> s_first = new();

    /// <summary>The outermost concatenation or interpolation; the literal itself when it is in none.</summary>
    public static IOperation Whole(IOperation literal)
    {
        var whole = literal;
        for (var parent = literal.Parent; IsText(parent); parent = parent!.Parent)
            whole = parent!;
        return whole is IInterpolatedStringContentOperation ? literal : whole;
    }

    /// <summary>The same where all of it is constant; else the literal itself. Goes no further than that is so: a text of a thousand pieces has a thousand literals.</summary>
    public static IOperation ConstantWhole(IOperation literal)
    {
        var whole = literal;
        for (var parent = literal.Parent; IsText(parent); parent = parent!.Parent)
            if (parent!.ConstantValue.HasValue || parent is IInterpolatedStringContentOperation)
                whole = parent!;
            else
                return literal;
        return whole is IInterpolatedStringContentOperation ? literal : whole;
    }

    static bool IsText(IOperation? operation) => operation is
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } or IInterpolatedStringOperation or IInterpolatedStringContentOperation or IParenthesizedOperation or IConversionOperation { Type.SpecialType: SpecialType.System_String };

    /// <summary>Whether the literal is the first one written in the text: it speaks for all.</summary>
    public static bool IsFirst(IOperation literal, IOperation whole)
    {
        if (ReferenceEquals(literal, whole))
            return true;
        return ReferenceEquals(s_first.GetValue(whole, static whole => whole.Descendants().FirstOrDefault(static operation => operation is ILiteralOperation { ConstantValue: { HasValue: true, Value: string } }) ?? whole), literal);
    }

    /// <summary><c>string.Format("Server={0};Password={1}", server, "…")</c>: what the format that the literal is, or is put into, becomes as far as constants say; null when there is none, or another literal speaks for it.</summary>
    public static string? Formatted(IOperation literal)
    {
        var value = literal;
        while (value.Parent is IConversionOperation or IArrayInitializerOperation or IArrayCreationOperation or { Kind: CollectionExpression })
            value = value.Parent;
        if (value.Parent is not IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Format" or "AppendFormat" } call }
            || call.Arguments.For("format") is not { ConstantValue: { HasValue: true, Value: string text } } format || format is ILiteralOperation && format != literal)
            return null;
        var number = 0;
        var isBehind = false;
        foreach (var argument in call.Arguments)
            if (!isBehind)
                isBehind = argument.Parameter?.Name == "format";
            else if (argument.Value is IArrayCreationOperation { Initializer.ElementValues: var elements })
                foreach (var element in elements)
                    Put(element);
            else if (argument.Value.Kind == CollectionExpression)
                foreach (var element in argument.Value.ChildOperations)
                    Put(element);
            else
                Put(argument.Value);
        return text;

        void Put(IOperation piece)
        {
            while (piece is IConversionOperation conversion)
                piece = conversion.Operand;
            if (piece.ConstantValue is { HasValue: true, Value: string known })
                text = text.Replace("{" + number.ToString(CultureInfo.InvariantCulture) + "}", known);
            number++;
        }
    }

    /// <summary><c>builder.Append("Server=…;Password=").Append("…")</c>: all that the method appends to this builder; null when the literal is appended to none, or does not end with a key.</summary>
    public static string? Appended(IOperation literal)
    {
        if (literal is not { ConstantValue.Value: string { Length: > 1 } key, Parent: IArgumentOperation { Parent: IInvocationOperation append } } || key[key.Length - 1] != '=' || !IsAppend(append))
            return null;
        IReadOnlyList<IOperation> all = BuilderOf(append) is { } builder ? Body.Of(append).Belonging(builder, s_appendedTo) : Chain(append);
        var text = new StringBuilder();
        foreach (var each in all.OfType<IInvocationOperation>().OrderBy(static each => each.Arguments[0].Syntax.SpanStart))
            Append(each.Arguments[0].Value, text);
        return text.ToString();
    }

    static bool IsAppend(IOperation? operation) => operation is IInvocationOperation { TargetMethod: { Name: "Append" or "AppendLine", ContainingType.Name: "StringBuilder" }, Arguments.Length: 1 };

    static readonly Func<IOperation, ISymbol?> s_appendedTo = static operation => IsAppend(operation) ? BuilderOf((IInvocationOperation)operation) : null;

    static ISymbol? BuilderOf(IInvocationOperation append)
    {
        IOperation? builder = append;
        while (builder is IInvocationOperation { TargetMethod.ContainingType.Name: "StringBuilder" } call)
            builder = call.Instance;
        return SameObject.Owner(builder);
    }

    // new StringBuilder().Append(…).Append(…)
    static List<IOperation> Chain(IInvocationOperation append)
    {
        IOperation last = append;
        while (last.Parent is IInvocationOperation { TargetMethod.ContainingType.Name: "StringBuilder" } call && call.Instance == last)
            last = call;
        var chain = new List<IOperation>();
        for (var current = last; current is IInvocationOperation call; current = call.Instance)
            if (IsAppend(call))
                chain.Add(call);
        return chain;
    }

    /// <summary>The text with <c>{}</c> for each piece that comes at run time.</summary>
    public static string Of(IOperation whole)
    {
        if (whole.ConstantValue is { HasValue: true, Value: string constant })
            return constant;
        var text = new StringBuilder();
        Append(whole, text);
        return text.ToString();
    }

    /// <summary>The same, up to the piece; empty when it is in no text.</summary>
    public static string Before(IOperation piece)
    {
        var before = "";
        var child = piece;
        for (var parent = piece.Parent!; IsText(parent) || parent is IInterpolationOperation; child = parent, parent = parent.Parent!)
            switch (parent)
            {
                case IBinaryOperation sum when sum.RightOperand == child:
                    before = Of(sum.LeftOperand) + before;
                    break;
                case IInterpolatedStringOperation interpolated:
                    foreach (var part in interpolated.Parts)
                        if (part == child)
                            break;
                        else
                            before += part is IInterpolatedStringTextOperation { Text.ConstantValue.Value: string written } ? written : "{}";
                    break;
            }
        return before;
    }

    static void Append(IOperation? piece, StringBuilder text)
    {
        switch (piece)
        {
            case { ConstantValue: { HasValue: true, Value: (string or char) and var constant } }:
                text.Append(constant);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                Append(sum.LeftOperand, text);
                Append(sum.RightOperand, text);
                break;
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts)
                    Append(part is IInterpolatedStringTextOperation { Text: var written } ? written : part is IInterpolationOperation { Expression: var hole } ? hole : null, text);
                break;
            case IParenthesizedOperation parenthesized:
                Append(parenthesized.Operand, text);
                break;
            case IConversionOperation { Type.SpecialType: SpecialType.System_String } conversion:
                Append(conversion.Operand, text);
                break;
            default:
                text.Append("{}");
                break;
        }
    }
}
