using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Configuration;

/// <summary>A process that runs as root in its container has more to give away when it is taken over.</summary>
public sealed class SB5108ContainerRunsAsRoot : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB5108", Category.Configuration, DiagnosticSeverity.Info, cwe: [250], "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.File(Check);

    static void Check(AdditionalFileAnalysisContext context)
    {
        if (ConfigurationFile.In(context, ConfigurationKind.Dockerfile) is not { } file)
            return;
        // What a later stage inherits: the name of a stage, and the user it ends with.
        var users = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        DockerInstruction? image = null;
        DockerInstruction? set = null;
        var (stage, user) = ("", "");
        foreach (var instruction in DockerInstruction.In(file.Text))
            if (instruction.Name == "FROM")
            {
                var words = instruction.Arguments.Split(s_spaces, StringSplitOptions.RemoveEmptyEntries);
                var from = Array.Find(words, static word => !word.StartsWith("--", StringComparison.Ordinal)) ?? "";
                image = instruction;
                set = null;
                user = users.TryGetValue(from, out var inherited) ? inherited : IsWithoutRoot(from) ? "image" : "";
                stage = words.Length > 2 && words[words.Length - 2].Equals("AS", StringComparison.OrdinalIgnoreCase) ? words[words.Length - 1] : "";
                if (stage.Length > 0)
                    users[stage] = user;
            }
            else if (instruction.Name == "USER")
            {
                set = instruction;
                user = instruction.Arguments;
                if (stage.Length > 0)
                    users[stage] = user;
            }
        if (image is { } last && (user.Length == 0 || user is "root" or "0" || user.StartsWith("root:", StringComparison.Ordinal) || user.StartsWith("0:", StringComparison.Ordinal)))
            file.Report(s_rule, (set ?? last).Span, DiagnosticSeverity.Info, (set ?? last).Name + " " + (set ?? last).Arguments);
    }

    static readonly char[] s_spaces = [' ', '\t'];

    // Windows has no root; chiseled and distroless "nonroot" images set a user; what an ARG names is not known here.
    static bool IsWithoutRoot(string image) =>
        image.IndexOf("nanoserver", StringComparison.OrdinalIgnoreCase) >= 0 || image.IndexOf("servercore", StringComparison.OrdinalIgnoreCase) >= 0 || image.IndexOf("windows", StringComparison.OrdinalIgnoreCase) >= 0
        || image.IndexOf("chiseled", StringComparison.OrdinalIgnoreCase) >= 0 || image.IndexOf("nonroot", StringComparison.OrdinalIgnoreCase) >= 0 || image.IndexOf('$') >= 0;
}
