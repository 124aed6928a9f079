using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Configuration;

/// <summary>What a build downloads and runs without a check is whatever the server, or whoever stands before it, sends.</summary>
public sealed class SB5109UnverifiedDownload : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB5109", Category.Configuration, DiagnosticSeverity.Warning, cwe: [494, 829, 295], "PW.4.1", "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.File(Check);

    static void Check(AdditionalFileAnalysisContext context)
    {
        if (ConfigurationFile.In(context, ConfigurationKind.Dockerfile) is not { } file)
            return;
        foreach (var instruction in DockerInstruction.In(file.Text))
            if (instruction.Name == "ADD" && IsUnchecked(instruction.Arguments))
                file.Report(s_rule, instruction.Span, DiagnosticSeverity.Warning, "ADD");
            else if (instruction.Name == "RUN" && (PipesToShell(instruction.Arguments) || IsToldNotToCheck(instruction.Arguments)))
                file.Report(s_rule, instruction.Span, DiagnosticSeverity.Warning, "RUN");
    }

    static bool IsUnchecked(string arguments) =>
        (arguments.IndexOf("http://", StringComparison.OrdinalIgnoreCase) >= 0 || arguments.IndexOf("https://", StringComparison.OrdinalIgnoreCase) >= 0) && arguments.IndexOf("--checksum=", StringComparison.OrdinalIgnoreCase) < 0;

    // curl -sSL https://… | bash, wget -qO- https://… | sudo sh
    static bool PipesToShell(string command)
    {
        var download = Math.Max(command.IndexOf("curl ", StringComparison.Ordinal), command.IndexOf("wget ", StringComparison.Ordinal));
        for (var pipe = download < 0 ? -1 : command.IndexOf('|', download); pipe >= 0; pipe = command.IndexOf('|', pipe + 1))
        {
            var reader = command.Substring(pipe + 1).TrimStart();
            if (reader.StartsWith("sudo ", StringComparison.Ordinal))
                reader = reader.Substring(5).TrimStart();
            var end = reader.IndexOfAny(s_ends);
            var name = end < 0 ? reader : reader.Substring(0, end);
            if (name.Substring(name.LastIndexOf('/') + 1) is "sh" or "bash" or "zsh" or "dash" or "ash" or "python" or "python3" or "pwsh")
                return true;
        }
        return false;
    }

    // apt-get install --allow-unauthenticated, curl -k, wget --no-check-certificate
    static bool IsToldNotToCheck(string command)
    {
        var program = "";
        foreach (var word in command.Split(s_words, StringSplitOptions.RemoveEmptyEntries))
            if (word is "curl" or "wget" or "apt" or "apt-get" or "apk" or "yum" or "dnf" or "microdnf" or "git" or "npm" or "pip" or "pip3")
                program = word;
            else if (word is "&&" or "||" or "|" or ";")
                program = "";
            else if (word is "--allow-unauthenticated" or "--no-gpg-check" or "--nogpgcheck" or "--allow-untrusted" or "--no-check-certificate" or "http.sslVerify=false"
                || program == "curl" && (word == "--insecure" || IsShort(word) && word.IndexOf('k') > 0))
                return true;
        return false;
    }

    static bool IsShort(string option) => option.Length is > 1 and < 8 && option[0] == '-' && option[1] != '-' && option.Skip(1).All(char.IsLetter);

    static readonly char[] s_words = [' ', '\t'];

    static readonly char[] s_ends = [' ', ';', '&', '\t', '"', '\''];
}
