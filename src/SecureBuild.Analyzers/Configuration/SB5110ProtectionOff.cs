using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Configuration;

/// <summary>A setting that takes a protection away which the application would have without it.</summary>
public sealed class SB5110ProtectionOff : SecurityRule
{
    // As SB2205 has it for code.
    const int ShortestPassword = 8;

    // One gigabyte: what nobody means as a limit.
    const long LargestRequest = 1L << 30;

    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB5110", Category.Configuration, DiagnosticSeverity.Warning, cwe: [942, 347, 345, 256, 521, 770, 732], "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.File(Check);

    static void Check(AdditionalFileAnalysisContext context)
    {
        if (ConfigurationFile.In(context, ConfigurationKind.Settings | ConfigurationKind.Config | ConfigurationKind.Dockerfile) is not { IsForDevelopment: false } file)
            return;
        if (file.Kind == ConfigurationKind.Dockerfile)
        {
            foreach (var instruction in DockerInstruction.In(file.Text))
                if (instruction.Name is "RUN" or "COPY" or "ADD" && ForEverybody(instruction.Arguments) is { } mode)
                    file.Report(s_rule, instruction.Span, DiagnosticSeverity.Warning, "chmod " + mode);
            return;
        }
        foreach (var setting in file.Settings())
            if (file.Kind == ConfigurationKind.Config ? IsOffInConfig(setting) : IsOff(setting))
                file.Report(s_rule, setting.Span, DiagnosticSeverity.Warning, setting.Name + "=" + setting.Value);
    }

    static bool IsOff(Setting setting) => setting.Name switch
    {
        "ValidateIssuer" or "ValidateAudience" or "ValidateLifetime" or "ValidateIssuerSigningKey" or "RequireSignedTokens" or "RequireExpirationTime" => setting.Is("false"),
        "AllowAnyOrigin" => setting.Is("true"),
        "RequiredLength" => setting.Section == "Password" && Number(setting) is < ShortestPassword,
        "MaxRequestBodySize" => setting.Is("null"),
        var name => setting.Value == "*" && Words.Last(name) is "origin" or "origins",
    };

    // Element and attribute, or the key of an add element.
    static bool IsOffInConfig(Setting setting) => setting.Path switch
    {
        "add:Access-Control-Allow-Origin" => setting.Value == "*",
        "add:passwordFormat" => setting.Is("Clear") || setting.Is("Encrypted"),
        "credentials:passwordFormat" => setting.Is("Clear") || setting.Is("MD5") || setting.Is("SHA1"),
        "add:enablePasswordRetrieval" => setting.Is("true"),
        "add:minRequiredPasswordLength" => Number(setting) is < ShortestPassword,
        "requestLimits:maxAllowedContentLength" => Number(setting) is >= LargestRequest,
        // In kilobytes.
        "httpRuntime:maxRequestLength" => Number(setting) is >= LargestRequest / 1024,
        _ => false,
    };

    static long? Number(Setting setting) => long.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // chmod -R 777 /app, chmod a+w, COPY --chmod=0666
    static string? ForEverybody(string command)
    {
        for (var at = command.IndexOf("chmod", StringComparison.Ordinal); at >= 0; at = command.IndexOf("chmod", at + 1, StringComparison.Ordinal))
            foreach (var word in command.Substring(at + "chmod".Length).Split(s_ends, StringSplitOptions.RemoveEmptyEntries))
                if (word[0] is '-' && word.IndexOf('w') < 0)
                    continue;
                else if (IsForEverybody(word))
                    return word;
                else
                    break;
        return null;
    }

    // The last digit of three or four is everybody's; 2 is to write. The sticky bit (1777) keeps them from each other's files.
    static bool IsForEverybody(string mode) =>
        mode.Length is 3 or 4 && mode[mode.Length - 1] is '2' or '3' or '6' or '7' && mode.All(static digit => digit is >= '0' and <= '7') && !(mode.Length == 4 && mode[0] is '1' or '3' or '5' or '7')
        || (mode.StartsWith("a+", StringComparison.Ordinal) || mode.StartsWith("o+", StringComparison.Ordinal) || mode.StartsWith("ugo+", StringComparison.Ordinal)) && mode.IndexOf('w') > 0;

    static readonly char[] s_ends = [' ', '\t', '=', ';', '&'];
}
