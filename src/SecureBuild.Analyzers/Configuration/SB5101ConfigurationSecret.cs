using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Secrets;

namespace SecureBuild.Analyzers.Configuration;

/// <summary>A secret in a configuration file is in the repository, in every copy of it and on every server.</summary>
public sealed class SB5101ConfigurationSecret : SecurityRule
{
    const int Shortest = 4;

    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB5101", Category.Configuration, DiagnosticSeverity.Warning, cwe: [798, 260, 312], "PW.5.1", "PS.1.1", "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.File(Check);

    static void Check(AdditionalFileAnalysisContext context)
    {
        if (ConfigurationFile.In(context, ConfigurationKind.Settings | ConfigurationKind.LaunchSettings | ConfigurationKind.Config | ConfigurationKind.Dockerfile | ConfigurationKind.Compose) is not { } file)
            return;
        foreach (var setting in file.Settings())
            if (setting.Value.Length >= Shortest && SecretIn(setting) is { } secret)
                file.Report(s_rule, setting.Span, file.IsForDevelopment ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, secret);
    }

    // What the value shows itself comes first, then what its name promises.
    static string? SecretIn(Setting setting)
    {
        if (setting.Section == "machineKey")
            return null;
        if (TokenFormat.In(setting.Value) is { } format)
            return setting.Name + " (" + format.Name + ")";
        if (ConnectionText.MayHaveSecret(setting.Value) && ConnectionText.SecretKeyIn(setting.Value) is not null || CredentialText.In(setting.Value) is not null)
            return setting.Name;
        var name = SecretNames.InClass(setting.Name, setting.Section);
        var kind = SecretNames.KindOf(name);
        if (kind == SecretKind.None)
            kind = SecretNames.KindOfMany(setting.Name);
        return kind != SecretKind.None && SecretValue.LooksLike(kind, setting.Value, name, isCertain: kind == SecretKind.Password) && !SecretValue.IsPlaceholder(setting.Value) ? setting.Name : null;
    }
}
