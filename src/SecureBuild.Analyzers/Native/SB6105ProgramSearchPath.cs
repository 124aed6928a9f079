using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Native;

/// <summary>A program that is started by its name alone is looked for in the application's and the current directory before the system's.</summary>
public sealed class SB6105ProgramSearchPath : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB6105", Category.Native, DiagnosticSeverity.Info, cwe: [426, 427], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Call(CheckStart, "Start");
        on.Creation(CheckCreation, "ProcessStartInfo");
        on.Write(CheckWrite, "FileName");
    }

    static void CheckStart(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.Is("System.Diagnostics.Process"))
            Check(context, call.Arguments.For("fileName"));
    }

    static void CheckCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type.Is("System.Diagnostics.ProcessStartInfo"))
            Check(context, creation.Arguments.For("fileName"));
    }

    static void CheckWrite(OperationAnalysisContext context)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment && property.Property.ContainingType.Is("System.Diagnostics.ProcessStartInfo"))
            Check(context, assignment.Value);
    }

    static void Check(OperationAnalysisContext context, IOperation? fileName)
    {
        if (PossibleValues.First(fileName, 0, static (value, _) => value.ConstantValue.Value is string name && IsLookedFor(name))?.ConstantValue.Value is string found)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, fileName!.Syntax.GetLocation(), found));
    }

    // Without an ending the name is for every platform, and looked for in PATH alone on most. Windows' own tools are not replaced by a file that lies about.
    static bool IsLookedFor(string name)
    {
        if (name.IndexOfAny(s_separators) >= 0)
            return false;
        var dot = name.LastIndexOf('.');
        return dot > 0 && s_endings.Contains(name.Substring(dot)) && !s_known.Contains(name.Substring(0, dot));
    }

    static readonly char[] s_separators = ['/', '\\', ':'];
    static readonly HashSet<string> s_endings = new(StringComparer.OrdinalIgnoreCase) { ".exe", ".com", ".bat", ".cmd", ".ps1", ".sh", ".vbs" };
    static readonly HashSet<string> s_known = new(StringComparer.OrdinalIgnoreCase) { "cmd", "powershell", "pwsh", "explorer", "notepad", "msiexec", "rundll32", "regsvr32", "dotnet", "control", "mmc", "ping", "ipconfig", "netsh", "tasklist", "taskkill", "nslookup", "whoami", "net", "sc", "reg", "where", "git" };
}
