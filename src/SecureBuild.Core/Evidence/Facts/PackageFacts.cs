using System.Text.Json.Nodes;

namespace SecureBuild.Evidence.Facts;

/// <summary>Restore: lock file, sources (counted, never named), source mapping, signatures, audit.</summary>
static class PackageFacts
{
    const string Assets = "project.assets.json";
    const string Config = "NuGet.Config (project.assets.json: configFilePaths)";

    static readonly string[] s_ids =
        ["nuget.lockedMode", "nuget.sources", "nuget.sourceMapping", "nuget.signatureValidation", "nuget.audit", "nuget.auditSource"];

    public static void Read(FactSheet sheet)
    {
        sheet.Try("packages.lock.json", () => LockFile(sheet), "nuget.lockFile");
        sheet.Unknown("nuget.deprecated", "nuget", GapText.Of("deprecation-unasked"));

        if (sheet.Build.AssetsFile is not { } file || !File.Exists(file))
        {
            foreach (var id in s_ids)
                sheet.Unknown(id, Assets, GapText.Of("restore-missing"));
            return;
        }
        sheet.Try(Assets, () =>
        {
            var restore = RestoreResult.Read(sheet.Build, file);
            LockedMode(sheet, restore);
            Sources(sheet, restore);
            Configuration(sheet, restore.Configuration);
            Audit(sheet, PackageAudit.Of(restore, sheet.Build.Property("TargetFramework")));
        }, s_ids);
    }

    static void LockFile(FactSheet sheet)
    {
        var value = sheet.FileValue(sheet.Build.LockFile is { } file && File.Exists(file) ? file : null);
        value["enabled"] = sheet.Build.Flag("RestorePackagesWithLockFile") ?? false;
        sheet.Known("nuget.lockFile", value, "packages.lock.json; " + FactSheet.Properties("RestorePackagesWithLockFile"));
    }

    static void LockedMode(FactSheet sheet, RestoreResult restore) => sheet.Known("nuget.lockedMode", new JsonObject
    {
        ["restored"] = restore.Restore.Member("restoreLockProperties")?.Flag("restoreLockedMode") ?? false,
        ["declared"] = sheet.Build.Flag("RestoreLockedMode") ?? false,
    }, Assets + ": restoreLockProperties; " + FactSheet.Properties("RestoreLockedMode"));

    static void Sources(FactSheet sheet, RestoreResult restore)
    {
        int https = 0, http = 0, local = 0;
        foreach (var source in restore.Restore.Members("sources"))
        {
            if (source.Name.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
                https++;
            else if (source.Name.StartsWith("http:", StringComparison.OrdinalIgnoreCase))
                http++;
            else
                local++;
        }
        sheet.Known("nuget.sources", new JsonObject { ["count"] = https + http + local, ["https"] = https, ["http"] = http, ["local"] = local }, Assets + ": sources (counted, not named)");
    }

    static void Configuration(FactSheet sheet, NuGetConfiguration? configuration)
    {
        if (configuration is null)
        {
            var gap = GapText.Of("nuget-configuration-unreadable");
            sheet.Unknown("nuget.sourceMapping", Config, gap);
            sheet.Unknown("nuget.signatureValidation", Config, gap);
            return;
        }
        sheet.Known("nuget.sourceMapping", new JsonObject
        {
            ["enabled"] = configuration.MappedSources > 0,
            ["sources"] = configuration.MappedSources,
            ["patterns"] = configuration.Patterns,
        }, Config);
        sheet.Known("nuget.signatureValidation", new JsonObject
        {
            ["mode"] = configuration.SignatureValidationMode ?? "accept",
            ["trustedSigners"] = configuration.TrustedSigners,
            ["environment"] = sheet.Build.Host.Environment.TryGetValue("DOTNET_NUGET_SIGNATURE_VERIFICATION", out var value) && bool.TryParse(value, out var on) ? on : null,
        }, Config + "; environment: DOTNET_NUGET_SIGNATURE_VERIFICATION");
    }

    static void Audit(FactSheet sheet, PackageAudit audit)
    {
        const string source = Assets + ": logs, restoreAuditProperties; " + Config;
        var sources = new AuditSources(audit, sheet.Sources.Vulnerabilities);
        if (sources.HasNothingToAudit)
            sheet.NotApplicable("nuget.audit", source, GapText.Of("no-packages"));
        else if (sources.Gap is { } gap)
            sheet.Unknown("nuget.audit", source, gap);
        else
            sheet.Known("nuget.audit", sources.Value(), sources.Source(source));

        if (audit.NothingToAudit)
            sheet.NotApplicable("nuget.auditSource", source, GapText.Of("no-packages"));
        else if (audit.Answered is { } answered)
            sheet.Known("nuget.auditSource", new JsonObject { ["answered"] = answered, ["explicit"] = audit.ExplicitSources }, source);
        else
            sheet.Unknown("nuget.auditSource", source, audit.Gap ?? GapText.Of("audit-answer-unknown"));
    }
}
