using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Native;

/// <summary>A library that is looked for in every directory of the search path can be replaced by whoever can write to one of them.</summary>
public sealed class SB6001LibrarySearchPath : SecurityRule
{
    const int MaxDepth = 4;
    const string Restriction = "System.Runtime.InteropServices.DefaultDllImportSearchPathsAttribute";

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB6001", Category.Native, DiagnosticSeverity.Warning, cwe: [427, 426], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Creation(CheckImport, "DllImportAttribute", "LibraryImportAttribute");
        on.Call(CheckLoad, "Load", "TryLoad", "LoadLibrary", "LoadLibraryA", "LoadLibraryW", "LoadFrom");
    }

    static void CheckImport(OperationAnalysisContext context)
    {
        var import = (IObjectCreationOperation)context.Operation;
        if (import.Type?.ContainingNamespace.ToDisplayString() == "System.Runtime.InteropServices" && import.Arguments.At(0)?.ConstantValue.Value is string library
            && context.ContainingSymbol is IMethodSymbol method && IsLookedFor(library) && !IsRestricted(method))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, method.Locations[0], library));
    }

    static void CheckLoad(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;
        var type = method.ContainingType;
        // Load(path, assembly, searchPath): the search path decides.
        var isLoad = type.Is("System.Runtime.InteropServices.NativeLibrary") && (method.Parameters.Length <= 2 || call.Arguments.For("searchPath") is { } search && (search.ConstantValue is { HasValue: true, Value: null } || PossibleValues.Include(search, 0)))
            || method.IsExtern && method.Name.StartsWith("LoadLibrary", StringComparison.Ordinal)
            || method.Name == "LoadFrom" && type.Is("System.Reflection.Assembly");
        if (isLoad && call.Arguments.At(0) is { } path
            && PossibleValues.First(path, 0, static (value, _) => Beginning(value) is { } library && IsLookedFor(library)) is { } found)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), Beginning(found)));
        else if (isLoad && call.Arguments.At(0) is { } built && SharedFolder(built, 0) is { } folder)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), folder));
    }

    // A name, or what one that is put together begins with: "codec-" + variant.
    static string? Beginning(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: string name } } => name,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand: var left } => Beginning(left) is { } begun && !IsFolder(begun) ? begun : null,
        IInterpolatedStringOperation { Parts: [IInterpolatedStringTextOperation { Text: var text }, ..] } => Beginning(text) is { } begun && !IsFolder(begun) ? begun : null,
        _ => null,
    };

    // A relative path into a folder is not looked for in the others.
    static bool IsFolder(string beginning) => beginning.IndexOfAny(['/', '\\']) >= 0;

    // A path in a folder that everybody may write to.
    static string? SharedFolder(IOperation path, int depth)
    {
        var found = depth > MaxDepth ? null : PossibleValues.First(path, depth, static (value, depth) => InSharedFolder(value, depth) is not null);
        return found is null ? null : InSharedFolder(found, depth);
    }

    static string? InSharedFolder(IOperation value, int depth) => value switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => Array.Exists(s_shared, folder => text.StartsWith(folder, StringComparison.OrdinalIgnoreCase)) ? text : null,
        IInvocationOperation { TargetMethod: { Name: "GetTempPath", ContainingType.Name: "Path" } } => "GetTempPath",
        IInvocationOperation { TargetMethod: { Name: "Combine" or "Join" or "GetFullPath", ContainingType.Name: "Path" }, Arguments.Length: > 0 } join => SharedFolder(join.Arguments.At(0)!, depth + 1),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand: var left } => SharedFolder(left, depth + 1),
        IInterpolatedStringOperation { Parts: [IInterpolatedStringTextOperation { Text: var text }, ..] } => InSharedFolder(text, depth),
        IInterpolatedStringOperation { Parts: [IInterpolationOperation { Expression: var first }, ..] } => SharedFolder(first, depth + 1),
        _ => null,
    };

    // A full path is not looked for. The libraries that Windows keeps in memory under their names (KnownDLLs) and the C library cannot be replaced by a file.
    static bool IsLookedFor(string library)
    {
        if (library.Length == 0 || library[0] is '/' or '\\' || library.IndexOf(':') >= 0)
            return false;
        var name = library.ToLowerInvariant();
        foreach (var ending in s_endings)
            if (name.EndsWith(ending, StringComparison.Ordinal))
            {
                name = name.Substring(0, name.Length - ending.Length);
                break;
            }
        return !s_known.Contains(name);
    }

    static bool IsRestricted(IMethodSymbol method) => Has(method.GetAttributes()) || Has(method.ContainingAssembly.GetAttributes());

    // LegacyBehavior, the zero, is the search that the attribute is there to avoid.
    static bool Has(ImmutableArray<AttributeData> attributes) =>
        attributes.Any(static attribute => attribute.AttributeClass.Is(Restriction) && attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0].Value is not 0);

    static readonly string[] s_shared = ["/tmp/", "/var/tmp/", "/dev/shm/", @"C:\Temp\", @"C:\Windows\Temp\", @"C:\Users\Public\"];

    static readonly string[] s_endings = [".dll", ".so.6", ".so", ".dylib", ".drv"];

    static readonly HashSet<string> s_known = new(StringComparer.Ordinal)
    {
        "advapi32", "clbcatq", "combase", "comctl32", "comdlg32", "coml2", "difxapi", "gdi32", "gdi32full", "gdiplus", "imagehlp", "imm32", "kernel32", "kernelbase", "msctf", "msvcp_win", "msvcrt", "normaliz", "nsi",
        "ntdll", "ole32", "oleaut32", "psapi", "rpcrt4", "sechost", "setupapi", "shcore", "shell32", "shlwapi", "ucrtbase", "user32", "wldap32", "ws2_32", "winspool",
        "libc", "c", "libm", "libdl", "libpthread", "libsystem", "libobjc", "__internal", "qcall", "libsystem.native",
    };
}
