using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Native;

/// <summary>A file in the directory that everybody may write to, under a name that can be guessed: somebody else may have made it first.</summary>
public sealed class SB6101PredictableTempFile : SecurityRule
{
    const int MaxDepth = 8;

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB6101", Category.Native, DiagnosticSeverity.Warning, cwe: [377, 379], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Call(CheckTempFileName, "GetTempFileName");
        on.Call(CheckWrite, WrittenFile.Methods);
        on.Creation(CheckWrite, WrittenFile.Types);
    }

    static void CheckTempFileName(OperationAnalysisContext context)
    {
        if (((IInvocationOperation)context.Operation).TargetMethod.ContainingType.Is("System.IO.Path"))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), "Path.GetTempFileName"));
    }

    static void CheckWrite(OperationAnalysisContext context)
    {
        if (WrittenFile.PathOf(context.Operation) is not { } path)
            return;
        var parts = new Parts();
        parts.Add(path, 0);
        if (parts is { IsTemporary: true, IsUnknown: false })
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), path.Syntax.ToString()));
    }

    /// <summary>What a path is put together from.</summary>
    sealed class Parts
    {
        public bool IsTemporary { get; private set; }

        /// <summary>Something that cannot be guessed, or that nobody knows here.</summary>
        public bool IsUnknown { get; private set; }

        public void Add(IOperation? value, int depth)
        {
            if (value is null || depth++ > MaxDepth)
            {
                IsUnknown = true;
                return;
            }
            if (value.ConstantValue is { HasValue: true, Value: var constant })
            {
                IsTemporary |= constant is string text && (text.StartsWith("/tmp/", StringComparison.Ordinal) || text.StartsWith("/var/tmp/", StringComparison.Ordinal) || text.IndexOf(@":\Windows\Temp\", StringComparison.OrdinalIgnoreCase) == 1 || text.IndexOf(@":\Temp\", StringComparison.OrdinalIgnoreCase) == 1);
                return;
            }
            switch (value)
            {
                case IConversionOperation conversion:
                    Add(conversion.Operand, depth);
                    break;
                case IParenthesizedOperation inner:
                    Add(inner.Operand, depth);
                    break;
                case IBinaryOperation sum:
                    Add(sum.LeftOperand, depth);
                    Add(sum.RightOperand, depth);
                    break;
                case IInterpolatedStringOperation text:
                    foreach (var part in text.Parts)
                        if (part is IInterpolationOperation hole)
                            Add(hole.Expression, depth);
                        else if (part is IInterpolatedStringTextOperation fixedPart)
                            Add(fixedPart.Text, depth);
                    break;
                case IArrayCreationOperation { Initializer: { } initializer }:
                    foreach (var element in initializer.ElementValues)
                        Add(element, depth);
                    break;
                case ILocalReferenceOperation local:
                    Add(PossibleValues.OnlyValueOf(local), depth);
                    break;
                case IFieldReferenceOperation field when field.Field.IsReadOnly && PossibleValues.First(field, field, static (found, field) => found != field) is { } initial:
                    Add(initial, depth);
                    break;
                // A small number can be tried.
                case IParameterReferenceOperation { Type: { } type } when IsSmall(type):
                case IFieldReferenceOperation { Type: { } ofField } when IsSmall(ofField):
                    break;
                case IPropertyReferenceOperation { Instance: { }, Type: { } ofProperty } when IsSmall(ofProperty):
                    break;
                case IObjectCreationOperation { Type.Name: "FileInfo" or "DirectoryInfo" } file:
                    Add(file.Arguments.At(0), depth);
                    break;
                case IPropertyReferenceOperation property:
                    AddProperty(property, depth);
                    break;
                case IInvocationOperation call:
                    AddCall(call, depth);
                    break;
                default:
                    IsUnknown = true;
                    break;
            }
        }

        static bool IsSmall(ITypeSymbol type) => type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int16 or SpecialType.System_Byte or SpecialType.System_Boolean || type.TypeKind == TypeKind.Enum;

        void AddProperty(IPropertyReferenceOperation property, int depth)
        {
            var type = property.Property.ContainingType;
            if (type.Is("System.DateTime") || type.Is("System.DateTimeOffset") || type.Is("System.Environment"))
                return;
            if (type.Is("System.Diagnostics.Process") && property.Property.Name is "Id" or "ProcessName" or "SessionId")
                return;
            if (property.Property.ContainingType.SpecialType == SpecialType.System_String || property.Instance is null)
                IsUnknown = true;
            else
                Add(property.Instance, depth);
        }

        void AddCall(IInvocationOperation call, int depth)
        {
            var type = call.TargetMethod.ContainingType;
            switch (call.TargetMethod.Name)
            {
                case "GetTempPath" when type.Is("System.IO.Path"):
                    IsTemporary = true;
                    break;
                case "GetEnvironmentVariable" when call.Arguments.At(0)?.ConstantValue.Value is "TEMP" or "TMP" or "TMPDIR":
                    IsTemporary = true;
                    break;
                case "Combine" or "Join" or "ChangeExtension" or "GetFullPath" when type.Is("System.IO.Path"):
                case "Concat" or "Format" when type.SpecialType == SpecialType.System_String:
                    foreach (var argument in call.Arguments)
                        Add(argument.Value, depth);
                    break;
                case "CreateDirectory" when type.Is("System.IO.Directory"):
                    Add(call.Arguments.At(0), depth);
                    break;
                case "ToString" or "Replace" or "TrimEnd" when call.Instance is not null:
                    Add(call.Instance, depth);
                    break;
                // System.Random and the clock can be guessed.
                case "Next" or "NextInt64" when type.Is("System.Random"):
                case "ToFileTime" or "ToFileTimeUtc" or "ToUnixTimeSeconds" or "ToUnixTimeMilliseconds" or "GetTimestamp" or "GetCurrentProcess":
                    break;
                default:
                    IsUnknown = true;
                    break;
            }
        }
    }
}
