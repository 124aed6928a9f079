using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Native;

/// <summary>C functions that cannot be told how large their buffer is, or that hand text to a shell.</summary>
public sealed class SB6002DangerousImport : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB6002", Category.Native, DiagnosticSeverity.Warning, cwe: [676, 242, 120], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Creation(Check, "DllImportAttribute", "LibraryImportAttribute");

    static void Check(OperationAnalysisContext context)
    {
        var import = (IObjectCreationOperation)context.Operation;
        if (context.ContainingSymbol is not IMethodSymbol method || import.Type?.ContainingNamespace.ToDisplayString() != "System.Runtime.InteropServices")
            return;
        var function = EntryPoint(import) ?? method.Name;
        if (s_dangerous.Contains(function.TrimStart('_')))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, method.Locations[0], function));
    }

    static string? EntryPoint(IObjectCreationOperation import)
    {
        if (import.Initializer is null)
            return null;
        foreach (var member in import.Initializer.Initializers)
            if (member is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member.Name: "EntryPoint" }, Value.ConstantValue.Value: string name })
                return name;
        return null;
    }

    static readonly HashSet<string> s_dangerous = new(StringComparer.Ordinal)
    {
        "gets", "getws", "strcpy", "strcat", "wcscpy", "wcscat", "stpcpy", "sprintf", "vsprintf", "swprintf", "scanf", "sscanf", "fscanf", "vsscanf", "mbscpy", "mbscat", "tcscpy", "tcscat",
        "lstrcpy", "lstrcpyA", "lstrcpyW", "lstrcat", "lstrcatA", "lstrcatW", "StrCpyA", "StrCpyW", "StrCatA", "StrCatW", "wsprintfA", "wsprintfW", "wvsprintfA", "wvsprintfW",
        "system", "wsystem", "popen", "wpopen", "WinExec", "tmpnam", "tempnam", "wtmpnam", "mktemp", "alloca", "IsBadReadPtr", "IsBadWritePtr", "IsBadCodePtr", "IsBadStringPtrA", "IsBadStringPtrW",
    };
}
