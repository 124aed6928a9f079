using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Native;

/// <summary>Every user of the machine may change the file, directory, pipe or other named object.</summary>
public sealed class SB6103WorldWritablePermissions : SecurityRule
{
    const string StartInfo = "System.Diagnostics.ProcessStartInfo";
    const int OtherWrite = 2; // UnixFileMode.OtherWrite
    const int StickyBit = 512; // UnixFileMode.StickyBit

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB6103", Category.Native, DiagnosticSeverity.Warning, cwe: [732, 276], "PW.5.1", "PW.9.1");

    // Made when a command is looked at: building it takes longer than most compilations' look at all rules.
    static readonly Lazy<Regex> s_chmod = new(static () => new(@"(?:^|\s)(?:0?[0-7]?[0-7][0-7][2367]|[ugoa]*[oa][ugoa]*[+=][rx]*w[rx]*|\+[rx]*w[rx]*)(?:\s|$)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.ArgumentOfType(CheckArgument, "UnixFileMode");
        on.WriteOfType(CheckWrite, "UnixFileMode");
        on.Creation(CheckRule, "FileSystemAccessRule", "MutexAccessRule", "PipeAccessRule", "EventWaitHandleAccessRule", "SemaphoreAccessRule", "RegistryAccessRule");
        on.Creation(CheckStart, "ProcessStartInfo");
        on.Call(CheckStart, "Start");
        on.Write(CheckArguments, "Arguments");
        on.Call(CheckArgumentList, "Add");
        on.Call(CheckNative, "chmod", "fchmod", "umask");
    }

    static void CheckArgument(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        // Comparing or explaining a mode gives it to nobody.
        if (argument is { ArgumentKind: ArgumentKind.Explicit, Parent: IInvocationOperation { TargetMethod: { ReturnType.SpecialType: not SpecialType.System_Boolean, ContainingType.Name: "File" or "Directory" or "TarEntry" } } })
            Check(context, argument.Value);
    }

    static void CheckWrite(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property.Name: "UnixCreateMode" or "UnixFileMode" } && assignment is ISimpleAssignmentOperation or ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Or })
            Check(context, assignment.Value);
    }

    static void Check(OperationAnalysisContext context, IOperation value)
    {
        if (PossibleValues.First(value, 0, static (mode, _) => mode.ConstantValue.Value is int bits && (bits & OtherWrite) != 0 && (bits & StickyBit) == 0) is not null)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, value.Syntax.GetLocation(), value.Syntax.ToString()));
    }

    static void CheckRule(OperationAnalysisContext context)
    {
        const int Deny = 1;
        var rule = (IObjectCreationOperation)context.Operation;
        if (rule.Type?.ContainingNamespace.ToDisplayString().StartsWith("System.", StringComparison.Ordinal) == true
            && rule.Arguments.For("type") is not { ConstantValue.Value: Deny } && IsEverybody(rule.Arguments.For("identity"))
            && rule.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name is "fileSystemRights" or "eventRights" or "rights" or "registryRights")?.Value is { } rights
            && PossibleValues.First(rights, 0, static (right, _) => right.ConstantValue.Value is int bits && CanWrite(bits)) is not null)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, rule.Syntax.GetLocation(), rights.Syntax.ToString()));
    }

    // WriteData or AppendData, Delete, ChangePermissions, TakeOwnership: the same bits in all these enumerations.
    static bool CanWrite(int bits) => (bits & (0x2 | 0x4 | 0x10000 | 0x40000 | 0x80000)) != 0;

    static bool IsEverybody(IOperation? identity) => PossibleValues.First(identity, 0, static (value, _) => value switch
    {
        { ConstantValue: { HasValue: true, Value: string name } } => name.Equals("Everyone", StringComparison.OrdinalIgnoreCase) || name is "S-1-1-0" or "WD",
        IObjectCreationOperation { Type.Name: "SecurityIdentifier" or "NTAccount" } account => account.Arguments.Any(static argument =>
            argument.Value.ConstantValue.Value is "S-1-1-0" or "WD" or "Everyone" or "S-1-5-7" || argument.Parameter?.Type.Name == "WellKnownSidType" && argument.Value.ConstantValue.Value is 1 or 13),
        _ => false,
    }) is not null;

    // chmod 777
    static void CheckStart(OperationAnalysisContext context)
    {
        var (type, arguments) = context.Operation switch
        {
            IObjectCreationOperation creation => (creation.Type, creation.Arguments),
            IInvocationOperation call => ((ITypeSymbol)call.TargetMethod.ContainingType, call.Arguments),
            _ => (null, ImmutableArray<IArgumentOperation>.Empty),
        };
        if (type is not { Name: "ProcessStartInfo" or "Process" } || arguments.Length == 0)
            return;
        var text = string.Join(" ", arguments.Select(static argument => Text(argument.Value)));
        if (text.IndexOf("chmod", StringComparison.Ordinal) is >= 0 and var at && s_chmod.Value.Match(text, at + "chmod".Length) is { Success: true } mode)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), "chmod " + mode.Value.Trim()));
    }

    // new ProcessStartInfo { FileName = "chmod", Arguments = "777 …" }
    static void CheckArguments(OperationAnalysisContext context)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment && property.Property.ContainingType.Is(StartInfo)
            && s_chmod.Value.Match(Text(assignment.Value)) is { Success: true } mode && IsChmod(SameObject.Value(property, "FileName") ?? FileName(property.Instance)))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, assignment.Syntax.GetLocation(), "chmod " + mode.Value.Trim()));
    }

    static void CheckArgumentList(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        // new ProcessStartInfo("chmod") { ArgumentList = { "777", path } }
        var start = call.Instance is IInstanceReferenceOperation && call.Parent is IObjectOrCollectionInitializerOperation { Parent: IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation member, Parent.Parent: IObjectCreationOperation made } } ? (member, (IOperation)made)
            : call.Instance is IPropertyReferenceOperation { Instance: { } instance } property ? (property, instance) : default;
        if (start is ({ Property.Name: "ArgumentList" } list, var info) && list.Property.ContainingType.Is(StartInfo) && call.Arguments.At(0) is { ConstantValue.Value: string text }
            && s_chmod.Value.IsMatch(text) && IsChmod(FileName(info)))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), "chmod " + text));
    }

    static bool IsChmod(IOperation? program) => program is { ConstantValue.Value: "chmod" or "/bin/chmod" or "/usr/bin/chmod" };

    static IOperation? FileName(IOperation? start) =>
        PossibleValues.First(start, 0, static (value, _) => value is IObjectCreationOperation) is not IObjectCreationOperation creation ? null
        : creation.Arguments.For("fileName")
            ?? creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().FirstOrDefault(static member => member.Target is IPropertyReferenceOperation { Property.Name: "FileName" })?.Value;

    static string Text(IOperation value) => value switch
    {
        { ConstantValue.Value: string text } => text,
        IConversionOperation conversion => Text(conversion.Operand),
        IInterpolatedStringOperation interpolated => string.Concat(interpolated.Parts.Select(static part => part is IInterpolatedStringTextOperation text ? Text(text.Text) : "_")),
        IBinaryOperation sum => Text(sum.LeftOperand) + Text(sum.RightOperand),
        IArrayCreationOperation { Initializer: { } elements } => string.Join(" ", elements.ElementValues.Select(Text)),
        // Roslyn 4.8 has no operation for ["777", path].
        _ when value.Syntax is CollectionExpressionSyntax collection => string.Join(" ", collection.Elements.Select(static element => element is ExpressionElementSyntax { Expression: LiteralExpressionSyntax { Token.Value: string text } } ? text : "_")),
        _ => "_",
    };

    static void CheckNative(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.IsExtern && call.Arguments.Length > 0 && call.Arguments.At(call.Arguments.Length - 1) is { } mode
            && (call.TargetMethod.Name == "umask"
                ? PossibleValues.Include(mode, 0)
                : PossibleValues.First(mode, 0, static (value, _) => Mode(value) is { } bits && (bits & OtherWrite) != 0 && (bits & StickyBit) == 0) is not null))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), call.TargetMethod.Name + " " + mode.Syntax));
    }

    // C# has no octal numbers: Convert.ToUInt32("777", 8)
    static long? Mode(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: int bits } } => bits,
        { ConstantValue: { HasValue: true, Value: uint bits } } => bits,
        IInvocationOperation { TargetMethod.ContainingType.Name: "Convert", Arguments: { Length: 2 } arguments } when arguments.At(0)?.ConstantValue.Value is string { Length: > 0 and < 8 } octal && arguments.At(1)?.ConstantValue.Value is 8 && octal.All(static digit => digit is >= '0' and <= '7') => Convert.ToInt64(octal, 8),
        _ => null,
    };
}
