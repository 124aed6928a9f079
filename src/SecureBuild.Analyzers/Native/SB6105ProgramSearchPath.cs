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
        on.Call(CheckVariable, "SetEnvironmentVariable");
        on.Write(CheckChild, "this[]");
    }

    static void CheckVariable(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.Is("System.Environment"))
            CheckPath(context, call.Arguments.For("variable"), call.Arguments.For("value"));
    }

    // startInfo.Environment["PATH"] = …
    static void CheckChild(OperationAnalysisContext context)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: IPropertyReferenceOperation { Property: { Name: "Environment" or "EnvironmentVariables" } variables } } target } assignment
            && variables.ContainingType.Is("System.Diagnostics.ProcessStartInfo"))
            CheckPath(context, target.Arguments.At(0), assignment.Value);
    }

    static void CheckPath(OperationAnalysisContext context, IOperation? variable, IOperation? value)
    {
        if (variable?.ConstantValue.Value is not string name || !s_pathVariables.Contains(name) || value is null)
            return;
        foreach (var part in value.DescendantsAndSelf())
            if ((part is ILocalReferenceOperation ? PossibleValues.First(part, 0, static (candidate, _) => IsOpenFolder(candidate)) : IsOpenFolder(part) ? part : null) is not null)
            {
                context.ReportDiagnostic(Diagnostic.Create(s_rule, value.Syntax.GetLocation(), name));
                return;
            }
    }

    // Folders that anybody may write to, and those that are not the same tomorrow.
    static bool IsOpenFolder(IOperation part) => part switch
    {
        IInvocationOperation { TargetMethod: { Name: "GetTempPath", ContainingType.Name: "Path" } or { Name: "GetCurrentDirectory", ContainingType.Name: "Directory" } } => true,
        IPropertyReferenceOperation { Property: { Name: "CurrentDirectory", ContainingType.Name: "Environment" } } => true,
        { ConstantValue: { HasValue: true, Value: string text } } => text.Split(';', ':').Any(static folder => folder is "." or ".." or "/tmp" || folder.StartsWith("./", StringComparison.Ordinal) || folder.StartsWith("/tmp/", StringComparison.Ordinal) || folder.StartsWith("/var/tmp", StringComparison.Ordinal)),
        _ => false,
    };

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

    // .NET looks beside the program and in the current folder before PATH on every platform. The systems' own tools are not replaced by a file that lies about.
    static bool IsLookedFor(string name)
    {
        if (name.Length == 0 || name.IndexOfAny(s_separators) >= 0)
            return false;
        var dot = name.LastIndexOf('.');
        return dot < 0 ? !s_known.Contains(name) : dot > 0 && s_endings.Contains(name.Substring(dot)) && !s_known.Contains(name.Substring(0, dot));
    }

    static readonly HashSet<string> s_pathVariables = new(StringComparer.OrdinalIgnoreCase) { "PATH", "LD_LIBRARY_PATH", "LD_PRELOAD", "DYLD_LIBRARY_PATH", "DYLD_INSERT_LIBRARIES", "PYTHONPATH", "NODE_PATH" };
    static readonly char[] s_separators = ['/', '\\', ':'];
    static readonly HashSet<string> s_endings = new(StringComparer.OrdinalIgnoreCase) { ".exe", ".com", ".bat", ".cmd", ".ps1", ".sh", ".vbs" };
    static readonly HashSet<string> s_known = new(StringComparer.OrdinalIgnoreCase) { "cmd", "powershell", "pwsh", "explorer", "notepad", "msiexec", "rundll32", "regsvr32", "dotnet", "control", "mmc", "ping", "ipconfig", "netsh", "tasklist", "taskkill", "nslookup", "whoami", "net", "sc", "reg", "where", "git",
        "sh", "bash", "zsh", "env", "open", "xdg-open", "sudo", "systemctl", "docker", "node", "npm", "python", "python3", "tar", "code" };
}
