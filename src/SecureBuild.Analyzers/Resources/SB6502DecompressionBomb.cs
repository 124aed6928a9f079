using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Resources;

/// <summary>What somebody sent is unpacked to the end, however large that is: some kilobytes become gigabytes.</summary>
public sealed class SB6502DecompressionBomb : SecurityRule
{
    const int MaxDepth = 8;

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB6502", Category.Resources, DiagnosticSeverity.Warning, cwe: [409, 400], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) =>
        on.Call(Check, "CopyTo", "CopyToAsync", "ReadToEnd", "ReadToEndAsync", "ExtractToFile", "ExtractToFileAsync", "ExtractToDirectory", "ExtractToDirectoryAsync", "Deserialize", "DeserializeAsync");

    static void Check(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var unpacked = call.Instance is { } instance && !call.TargetMethod.Name.StartsWith("Deserialize", StringComparison.Ordinal) ? instance : call.Arguments.At(0);
        if (!IsUnpacking(call, unpacked) || HasLimit(call.Syntax))
            return;
        context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name));
    }

    static bool IsUnpacking(IInvocationOperation call, IOperation? unpacked) => call.TargetMethod.Name switch
    {
        "ExtractToFile" or "ExtractToFileAsync" => ArchiveOf(unpacked, 0) is { } archive && IsFromOutside(archive, 0),
        "ExtractToDirectory" or "ExtractToDirectoryAsync" => call.TargetMethod.ContainingType.Name is "ZipFile" or "ZipFileExtensions" && IsFromOutside(ArchiveOf(unpacked, 0) ?? unpacked, 0),
        _ => StreamOf(unpacked, 0) is { } source && IsFromOutside(source, 0),
    };

    /// <summary>What a decompressing stream reads from; null when it is no decompressing stream.</summary>
    static IOperation? StreamOf(IOperation? stream, int depth)
    {
        if (depth++ > MaxDepth)
            return null;
        switch (stream)
        {
            case IConversionOperation conversion:
                return StreamOf(conversion.Operand, depth);
            case ILocalReferenceOperation local:
                return StreamOf(PossibleValues.OnlyValueOf(local), depth);
            case IObjectCreationOperation { Type: { Name: "GZipStream" or "DeflateStream" or "BrotliStream" or "ZLibStream" or "GZipInputStream" or "InflaterInputStream" or "BZip2InputStream" } } creation:
                const int Compress = 1;
                return creation.Arguments.Any(static argument => argument.Parameter?.Type.Name == "CompressionMode" && argument.Value.ConstantValue.Value is Compress) || creation.Arguments.Any(static argument => argument.Parameter?.Type.Name == "CompressionLevel")
                    ? null
                    : creation.Arguments.At(0);
            // A reader over it, or a buffer in between.
            case IObjectCreationOperation { Type.Name: "StreamReader" or "BufferedStream" } reader:
                return StreamOf(reader.Arguments.At(0), depth);
            case IInvocationOperation { TargetMethod.Name: "Open", Instance: { } entry }:
                return ArchiveOf(entry, depth);
            default:
                return null;
        }
    }

    /// <summary>What the archive of an entry reads from.</summary>
    static IOperation? ArchiveOf(IOperation? entry, int depth)
    {
        if (depth++ > MaxDepth)
            return null;
        switch (entry)
        {
            case IConversionOperation conversion:
                return ArchiveOf(conversion.Operand, depth);
            case ILocalReferenceOperation { Type.Name: "ZipArchiveEntry" } local:
                return ArchiveOf(PossibleValues.OnlyValueOf(local) ?? LoopCollection(local), depth);
            case ILocalReferenceOperation local:
                return ArchiveOf(PossibleValues.OnlyValueOf(local), depth);
            case IPropertyReferenceOperation { Property.Name: "Entries" } entries:
                return ArchiveOf(entries.Instance, depth);
            case IInvocationOperation { TargetMethod.Name: "GetEntry" or "First" or "Single" or "FirstOrDefault" or "Where" or "OrderBy" or "ToList" } call:
                return ArchiveOf(call.Instance ?? call.Arguments.At(0), depth);
            case IPropertyReferenceOperation { Property.IsIndexer: true } element:
                return ArchiveOf(element.Instance, depth);
            case IObjectCreationOperation { Type.Name: "ZipArchive" } archive:
                return archive.Arguments.At(0);
            default:
                return null;
        }
    }

    static IOperation? LoopCollection(ILocalReferenceOperation local)
    {
        for (IOperation? operation = local; operation is not null; operation = operation.Parent)
            if (operation is IForEachLoopOperation loop && loop.Locals.Contains(local.Local))
                return loop.Collection;
        return null;
    }

    // A parameter, or what a request, a response or an upload holds. A file of one's own is not.
    static bool IsFromOutside(IOperation? source, int depth)
    {
        if (depth++ > MaxDepth)
            return false;
        switch (source)
        {
            case IConversionOperation conversion:
                return IsFromOutside(conversion.Operand, depth);
            case IAwaitOperation wait:
                return IsFromOutside(wait.Operation, depth);
            case IParameterReferenceOperation parameter:
                return IsCarrier(parameter.Type);
            case ILocalReferenceOperation local:
                return IsFromOutside(PossibleValues.OnlyValueOf(local), depth);
            case IObjectCreationOperation { Type.Name: "MemoryStream" or "BufferedStream" } copy:
                return copy.Arguments.Length > 0 && IsFromOutside(copy.Arguments.At(0), depth);
            case IPropertyReferenceOperation { Instance: { } owner } property:
                return IsMessage(owner.Type) && property.Property.Name is "Body" or "InputStream" or "Content" or "BodyReader" || IsFromOutside(owner, depth) && IsMessage(owner.Type);
            case IInvocationOperation { TargetMethod.Name: "OpenReadStream" or "GetStream" or "GetStreamAsync" or "ReadAsStreamAsync" or "ReadAsStream" or "ReadAsByteArrayAsync" or "GetByteArrayAsync" or "FromBase64String" or "ConfigureAwait" } call:
                return call.TargetMethod.Name is not ("FromBase64String" or "ConfigureAwait") || IsFromOutside(call.Instance ?? call.Arguments.At(0), depth);
            default:
                return false;
        }
    }

    static bool IsCarrier(ITypeSymbol? type) =>
        type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
        || type.IsOrInherits("System.IO.Stream") && !type.Is("System.IO.FileStream") || IsMessage(type);

    static bool IsMessage(ITypeSymbol? type) => type?.Name is "IFormFile" or "HttpRequest" or "HttpRequestBase" or "HttpContent" or "HttpResponseMessage" or "HttpPostedFile" or "HttpPostedFileBase" or "HttpListenerRequest" or "HttpRequestMessage";

    // Whoever compares a length, a ratio or a count with something, has a limit in mind.
    static bool HasLimit(SyntaxNode call)
    {
        var body = call;
        while (body.Parent is { } parent and not TypeDeclarationSyntax)
            body = parent;
        return TextAnswers.To(s_hasLimit, body);
    }

    static readonly Func<SyntaxNode, bool> s_hasLimit = static body =>
    {
        foreach (var node in body.DescendantNodes())
            if (node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression } comparison
                && (IsSize(comparison.Left, comparison.Right) || IsSize(comparison.Right, comparison.Left)))
                return true;
            else if (node is ObjectCreationExpressionSyntax { Type: SimpleNameSyntax { Identifier.ValueText: var name } } && (name.Contains("Limit") || name.Contains("Bounded") || name.Contains("Capped"))
                || node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method } } && (method.StartsWith("ThrowIfGreater", StringComparison.Ordinal) || method.Contains("Limit")))
                return true;
        return false;
    };

    static bool IsSize(ExpressionSyntax side, ExpressionSyntax other)
    {
        if (other is LiteralExpressionSyntax { Token.ValueText: "0" })
            return false;
        var name = side switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.DivideExpression or (int)SyntaxKind.MultiplyExpression } => "size",
            _ => "",
        };
        return Words.Of(name).Any(static word => word is "length" or "size" or "total" or "bytes" or "written" or "read" or "sum" or "ratio" or "count" or "limit" or "max" or "remaining" or "copied");
    }
}
