using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.Analyzers.Native;

/// <summary>
/// Finds the number from outside the method (a parameter, the length of one, something read from data) that decides an index, length or size and that the
/// method never compares with anything.
/// </summary>
sealed class UnlimitedValue
{
    const int MaxDepth = 8;

    // One reading of a body serves all its accesses.
    readonly ConditionalWeakTable<SyntaxNode, Limits> _limits = new();

    /// <summary>The number's name, whether it was read from data, and as a single byte; null when the expression is limited, or nobody can tell.</summary>
    public (string Name, bool IsData, bool IsByte)? Of(ExpressionSyntax expression, SemanticModel model) => Of(expression, model, LimitsAround(expression), 0);

    /// <summary>The names that go into an expression, through the initialisers of locals.</summary>
    public static HashSet<string> Names(ExpressionSyntax expression, SemanticModel model)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        AddNames(expression, model, names, 0);
        return names;
    }

    /// <summary>The initialiser of a local, also of one in a fixed statement.</summary>
    public static ExpressionSyntax? InitializerOf(ISymbol? symbol) =>
        symbol is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } declarations } && declarations[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } ? value : null;

    Limits LimitsAround(SyntaxNode node) => _limits.GetValue(Body(node), static body => new(body));

    static SyntaxNode Body(SyntaxNode node)
    {
        var body = node;
        for (; node is not null; node = node.Parent!)
            if (node is MemberDeclarationSyntax)
                return node;
            else
                body = node;
        return body;
    }

    static (string Name, bool IsData, bool IsByte)? Of(ExpressionSyntax expression, SemanticModel model, Limits limits, int depth)
    {
        if (depth++ > MaxDepth)
            return null;
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                return Of(inner.Expression, model, limits, depth);
            case CheckedExpressionSyntax inner:
                return Of(inner.Expression, model, limits, depth);
            case CastExpressionSyntax cast:
                return IsSmall(model.GetTypeInfo(cast).Type) ? null : Of(cast.Expression, model, limits, depth);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.MultiplyExpression or (int)SyntaxKind.LeftShiftExpression } sum:
                return Of(sum.Left, model, limits, depth) ?? Of(sum.Right, model, limits, depth);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression or (int)SyntaxKind.DivideExpression or (int)SyntaxKind.RightShiftExpression } less:
                return Of(less.Left, model, limits, depth);
            case IdentifierNameSyntax name:
                return OfName(name, model, limits, depth);
            // *(int*)packet
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression } read when model.GetTypeInfo(read).Type is { } type && IsNumber(type):
                return (read.ToString(), true, false);
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member, Expression: IdentifierNameSyntax owner } access:
                if (!IsSize(member) || limits.Have(member) || limits.Have(owner.Identifier.ValueText) || IsConstant(access, model))
                    return null;
                return model.GetSymbolInfo(owner).Symbol switch
                {
                    IParameterSymbol => (access.ToString(), false, false),
                    // A header that was read from foreign memory says how long the rest is.
                    ILocalSymbol local when InitializerOf(local) is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "PtrToStructure" or "Read" or "ReadUnaligned" or "AsRef" } } => (access.ToString(), true, false),
                    // var header = (Header*)start; header->Length
                    ILocalSymbol { Type: IPointerTypeSymbol } local when InitializerOf(local) is CastExpressionSyntax => (access.ToString(), true, false),
                    // Encoding.UTF8.GetBytes(text) is as long as the text.
                    ILocalSymbol local when InitializerOf(local) is InvocationExpressionSyntax call && call.ArgumentList.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax given && !limits.Have(given.Identifier.ValueText) && model.GetSymbolInfo(given).Symbol is IParameterSymbol)
                        => (access.ToString(), false, false),
                    _ => null,
                };
            case InvocationExpressionSyntax call:
                return OfCall(call, model, limits, depth);
            // packet[0]: the length that stands before the data.
            case ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } element when IsSmall(model.GetTypeInfo(element).Type) && !limits.Have(owner.Identifier.ValueText) && model.GetSymbolInfo(owner).Symbol is IParameterSymbol:
                return (element.ToString(), true, true);
            default:
                return null;
        }
    }

    static (string Name, bool IsData, bool IsByte)? OfName(IdentifierNameSyntax name, SemanticModel model, Limits limits, int depth)
    {
        var text = name.Identifier.ValueText;
        if (limits.Have(text) || IsConstant(name, model))
            return null;
        switch (model.GetSymbolInfo(name).Symbol)
        {
            case IParameterSymbol parameter when IsNumber(parameter.Type):
                return (text, false, false);
            case ILocalSymbol local when IsNumber(local.Type) || IsSmall(local.Type):
                if (local.DeclaringSyntaxReferences is not { Length: 1 } declarations)
                    return null;
                for (var node = name.Parent; node is not (null or MemberDeclarationSyntax); node = node.Parent)
                    if (node is WhileStatementSyntax loop && Bound(loop.Condition, text) is { } end)
                        return Of(end, model, limits, depth);
                return declarations[0].GetSyntax() switch
                {
                    // The variable of a loop goes as far as its condition lets it.
                    VariableDeclaratorSyntax { Parent.Parent: ForStatementSyntax { Condition: { } condition } } => Bound(condition, text) is { } bound ? Of(bound, model, limits, depth) : null,
                    VariableDeclaratorSyntax { Initializer.Value: { } value } => Of(value, model, limits, depth),
                    SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent.Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryParse" } } } } => (text, true, false),
                    _ => null,
                };
            default:
                return null;
        }
    }

    static ExpressionSyntax? Bound(ExpressionSyntax condition, string variable) => condition switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or (int)SyntaxKind.NotEqualsExpression, Left: IdentifierNameSyntax left, Right: { } right }
            when left.Identifier.ValueText == variable => right,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression, Right: IdentifierNameSyntax right, Left: { } left }
            when right.Identifier.ValueText == variable => left,
        _ => null,
    };

    static (string Name, bool IsData, bool IsByte)? OfCall(InvocationExpressionSyntax call, SemanticModel model, Limits limits, int depth)
    {
        if (model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
            return null;
        switch (method.Name)
        {
            // MemoryMarshal.Read<int>(message)
            case "Read" or "ReadUnaligned" or "PtrToStructure" when IsNumber(method.ReturnType) && method.ContainingType.Name is "MemoryMarshal" or "Unsafe" or "Marshal":
                return (method.ContainingType.Name + "." + method.Name, true, false);
            case "NetworkToHostOrder" or "ReverseEndianness" or "Abs" or "CreateChecked" or "CreateTruncating" when call.ArgumentList.Arguments.Count == 1:
                return Of(call.ArgumentList.Arguments[0].Expression, model, limits, depth);
            case "GetByteCount" or "GetMaxByteCount" or "GetMaxCharCount" or "GetCharCount" when call.ArgumentList.Arguments.Count == 1:
                var argument = call.ArgumentList.Arguments[0].Expression;
                return Of(argument, model, limits, depth) ?? (argument is IdentifierNameSyntax text && !limits.Have(text.Identifier.ValueText) && model.GetSymbolInfo(text).Symbol is IParameterSymbol ? (text.ToString(), false, false) : null);
            case "ReadInt32" or "ReadUInt32" or "ReadInt64" or "ReadUInt64" or "ReadInt16" or "ReadUInt16" or "Read7BitEncodedInt" or "ReadInt32LittleEndian" or "ReadInt32BigEndian" or "ReadUInt32LittleEndian" or "ReadUInt32BigEndian"
                or "ReadInt16LittleEndian" or "ReadInt16BigEndian" or "ReadUInt16LittleEndian" or "ReadUInt16BigEndian" or "ReadIntPtr" or "ToInt32" or "ToUInt32" or "ToInt16" or "ToUInt16" or "Parse"
                when IsNumber(method.ReturnType) && method.ContainingType.Name is not "Math":
                return (method.ContainingType.Name + "." + method.Name, true, false);
            default:
                return null;
        }
    }

    static void AddNames(SyntaxNode expression, SemanticModel model, HashSet<string> names, int depth)
    {
        if (depth > 3)
            return;
        foreach (var node in expression.DescendantNodesAndSelf())
            if (node is IdentifierNameSyntax name && names.Add(name.Identifier.ValueText) && InitializerOf(model.GetSymbolInfo(name).Symbol) is { } value)
                AddNames(value, model, names, depth + 1);
    }

    static bool IsConstant(ExpressionSyntax expression, SemanticModel model) => model.GetConstantValue(expression).HasValue;

    static bool IsSize(string member) => s_sizes.Any(word => member.EndsWith(word, StringComparison.Ordinal));

    static readonly string[] s_sizes = ["Length", "Count", "Size", "Offset", "Index"];

    static bool IsNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_Int16 and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    static bool IsSmall(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte;
}
