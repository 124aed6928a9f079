using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Native;

/// <summary>Memory beyond a buffer is read or written when an index or length that nobody checked goes past the runtime's own checks.</summary>
public sealed class SB6003UncheckedMemoryAccess : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB6003", Category.Native, DiagnosticSeverity.Warning, cwe: [119, 787, 125], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        var memory = new Memory();
        on.Call(memory.CheckCall, "MemoryCopy", "CopyBlock", "CopyBlockUnaligned", "InitBlock", "InitBlockUnaligned", "Copy", "Fill", "Clear", "Add", "AddByteOffset", "CreateSpan", "CreateReadOnlySpan",
            "ReadByte", "ReadInt16", "ReadInt32", "ReadInt64", "ReadIntPtr", "WriteByte", "WriteInt16", "WriteInt32", "WriteInt64", "WriteIntPtr", "PtrToStringAnsi", "PtrToStringUni", "PtrToStringUTF8");
        on.Creation(memory.CheckSpan, "Span", "ReadOnlySpan");
        // Roslyn has no operation for pointers: their accesses come as operations of no kind, which little else does.
        if (on.Compilation.Options is CSharpCompilationOptions { AllowUnsafe: true })
            on.Operation(memory.CheckPointer, BodyHint.Unsafe, OperationKind.None);
    }

    sealed class Memory
    {
        readonly UnlimitedValue _values = new();

        public void CheckPointer(OperationAnalysisContext context)
        {
            if (context.Operation.SemanticModel is not { } model)
                return;
            switch (context.Operation.Syntax)
            {
                case ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } indices } access when model.GetTypeInfo(access.Expression).Type is IPointerTypeSymbol:
                    Check(context, access, access.Expression, indices[0].Expression, model);
                    break;
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression } indirection:
                    if (Bare(indirection.Operand) is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum)
                        Check(context, indirection, sum.Left, sum.Right, model);
                    else if (Bare(indirection.Operand) is PostfixUnaryExpressionSyntax { Operand: var pointer } && LoopCondition(indirection) is { } bound)
                        Check(context, indirection, pointer, bound, model);
                    break;
            }
        }

        public void CheckSpan(OperationAnalysisContext context)
        {
            var creation = (IObjectCreationOperation)context.Operation;
            if (creation.Arguments.Length == 2 && creation.Arguments.At(0)?.Type is IPointerTypeSymbol && creation.Type?.ContainingNamespace.Name == "System")
                Check(context, creation.Syntax, creation.Arguments.At(0), creation.Arguments.At(1));
        }

        public void CheckCall(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            var arguments = call.Arguments;
            var type = call.TargetMethod.ContainingType;
            if (type.Is("System.Buffer") && call.TargetMethod.Name == "MemoryCopy")
                CheckCopy(context, call);
            else if (type.Is("System.Runtime.CompilerServices.Unsafe") && arguments.Length >= 2)
                Check(context, call.Syntax, arguments.At(0), arguments.At(arguments.Length - 1));
            else if (type.Is("System.Runtime.InteropServices.NativeMemory") && arguments.Length >= 2)
                Check(context, call.Syntax, arguments.For("destination") ?? arguments.At(0), arguments.For("byteCount"));
            else if (type.Is("System.Runtime.InteropServices.MemoryMarshal") && arguments.Length == 2)
                Check(context, call.Syntax, arguments.At(0), arguments.For("length"));
            else if (type.Is("System.Runtime.InteropServices.Marshal"))
                CheckMarshal(context, call);
        }

        void CheckMarshal(OperationAnalysisContext context, IInvocationOperation call)
        {
            var arguments = call.Arguments;
            if (call.TargetMethod.Name == "Copy")
                Check(context, call.Syntax, arguments.FirstOrDefault(static argument => argument.Parameter?.Type.SpecialType == SpecialType.System_IntPtr)?.Value, arguments.For("length"));
            else if (call.TargetMethod.Name.StartsWith("PtrToString", StringComparison.Ordinal))
                Check(context, call.Syntax, arguments.At(0), arguments.For("len") ?? arguments.For("byteLen"));
            else if (arguments.For("ofs") is { } offset)
                Check(context, call.Syntax, arguments.At(0), offset);
        }

        // The size of the destination is its size, not how much is going to be copied.
        void CheckCopy(OperationAnalysisContext context, IInvocationOperation call)
        {
            if (call.Arguments.For("destinationSizeInBytes") is not { } size || call.Arguments.For("sourceBytesToCopy") is not { } count)
                return;
            if (size.ConstantValue.Value is long.MaxValue or ulong.MaxValue or (long)int.MaxValue && !count.ConstantValue.HasValue
                && count.Syntax is ExpressionSyntax copied)
                context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), copied.ToString()));
            else if (!size.Syntax.IsEquivalentTo(count.Syntax, topLevel: false) || !Check(context, call.Syntax, call.Arguments.For("destination"), count))
                Check(context, call.Syntax, call.Arguments.For("source"), count);
        }

        bool Check(OperationAnalysisContext context, SyntaxNode access, IOperation? target, IOperation? length) =>
            target?.Syntax is ExpressionSyntax buffer && length is { Syntax: ExpressionSyntax size, ConstantValue.HasValue: false } && context.Operation.SemanticModel is { } model
            && Check(context, access, buffer, size, model);

        bool Check(OperationAnalysisContext context, SyntaxNode access, ExpressionSyntax buffer, ExpressionSyntax length, SemanticModel model)
        {
            if (IsOneTooFar(length, model))
            {
                context.ReportDiagnostic(Diagnostic.Create(s_rule, access.GetLocation(), length.ToString()));
                return true;
            }
            if (_values.Of(length, model) is not { } value)
                return false;
            // A pointer that a caller hands over together with a length: the caller knows. What data says about its own length nobody knows.
            var origin = OriginOf(buffer, model);
            // One byte says at most 255.
            if (value.IsByte && !(origin is StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax { RankSpecifiers: [{ Sizes: [var elements] }] } } && model.GetConstantValue(elements).Value is int and <= byte.MaxValue))
                return false;
            if (origin is null ? !value.IsData : UnlimitedValue.Names(origin, model).Contains(Root(value.Name)))
                return false;
            context.ReportDiagnostic(Diagnostic.Create(s_rule, access.GetLocation(), value.Name));
            return true;
        }

        // for (i = 0; i <= data.Length; i++)
        static bool IsOneTooFar(ExpressionSyntax index, SemanticModel model) =>
            index is IdentifierNameSyntax && model.GetSymbolInfo(index).Symbol is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } declarations }
            && declarations[0].GetSyntax() is VariableDeclaratorSyntax
            {
                Parent.Parent: ForStatementSyntax { Condition: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanOrEqualExpression, Right: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" } } }
            };

        /// <summary>The expression that made the memory behind a pointer or reference, when it is made in this method.</summary>
        static ExpressionSyntax? OriginOf(ExpressionSyntax buffer, SemanticModel model)
        {
            for (var depth = 0; depth < 8; depth++)
                switch (buffer)
                {
                    case ParenthesizedExpressionSyntax inner:
                        buffer = inner.Expression;
                        break;
                    case CastExpressionSyntax cast:
                        buffer = cast.Expression;
                        break;
                    case BinaryExpressionSyntax sum:
                        buffer = sum.Left;
                        break;
                    case RefExpressionSyntax reference:
                        buffer = reference.Expression;
                        break;
                    case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } address:
                        return address.Operand;
                    case ElementAccessExpressionSyntax element:
                        return element;
                    // header.Name of "fixed byte Name[32]"
                    case MemberAccessExpressionSyntax or IdentifierNameSyntax when model.GetSymbolInfo(buffer).Symbol is IFieldSymbol { IsFixedSizeBuffer: true }:
                        return buffer;
                    // buffer.Pointer(), ref MemoryMarshal.GetReference(span)
                    case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToPointer" or "AddrOfPinnedObject", Expression: var pointer } }:
                        buffer = pointer;
                        break;
                    case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetReference" or "GetArrayDataReference" or "UnsafeAddrOfPinnedArrayElement" } } call:
                        return call;
                    case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AllocHGlobal" or "AllocCoTaskMem" or "Alloc" or "AllocZeroed" or "AlignedAlloc" } } call:
                        return call;
                    case StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax:
                        return buffer;
                    case IdentifierNameSyntax name when model.GetSymbolInfo(name).Symbol is ILocalSymbol local && UnlimitedValue.InitializerOf(local) is { } value:
                        if (local.IsFixed)
                            return value;
                        buffer = value;
                        break;
                    default:
                        return null;
                }
            return null;
        }

        static ExpressionSyntax Bare(ExpressionSyntax expression) => expression is ParenthesizedExpressionSyntax parenthesized ? Bare(parenthesized.Expression) : expression;

        // *p++ in a loop goes as far as the loop.
        static ExpressionSyntax? LoopCondition(SyntaxNode node)
        {
            for (; node is not (null or MemberDeclarationSyntax); node = node.Parent!)
                if (node is ForStatementSyntax { Condition: BinaryExpressionSyntax { Right: var bound } })
                    return bound;
                else if (node is WhileStatementSyntax { Condition: BinaryExpressionSyntax { Left: PostfixUnaryExpressionSyntax { Operand: var counter } } })
                    return counter;
            return null;
        }

        static string Root(string name) => name.IndexOf('.') is > 0 and var dot ? name.Substring(0, dot) : name;
    }
}
