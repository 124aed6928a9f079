using System.Text.Json.Nodes;

namespace SecureBuild.Evidence.Facts;

/// <summary>The delivered files: identity, digests, and how the compiler hardened them, read back from the files themselves.</summary>
static class OutputFacts
{
    const string Header = "PE header of the output";

    public static void Read(FactSheet sheet)
    {
        var build = sheet.Build;
        var image = build.Outputs.Length > 0 ? PortableExecutable.Read(build.Outputs[0].Path) : null;
        Identity(sheet, image);
        sheet.Try("output files", () => Digests(sheet), "output.digests");
        Compiler(sheet, image);
        NativeHardening(sheet, image);
        Cryptography(sheet, image);
        sheet.Try("*.runtimeconfig.json", () => RuntimeSwitches.Read(sheet), "runtime.unsafeSwitches");

        // Presence only: whether the signature is good is for the verifier.
        if (image is null)
            sheet.Unknown("sign.authenticode", Header, GapText.Of("header-unreadable"));
        else
            sheet.Known("sign.authenticode", new JsonObject { ["present"] = image.HasCertificate }, Header, TrustClass.ObservedByBuild);
    }

    static void Identity(FactSheet sheet, PortableExecutable? image)
    {
        var build = sheet.Build;
        sheet.Known("output.identity", new JsonObject
        {
            ["assembly"] = build.Property("AssemblyName") ?? Path.GetFileNameWithoutExtension(build.Outputs[0].Path),
            ["assemblyVersion"] = image?.AssemblyVersion,
            ["package"] = build.Property("PackageId"),
            ["version"] = build.Property("Version"),
            ["informationalVersion"] = build.Property("InformationalVersion"),
            ["targetFramework"] = build.Property("TargetFramework"),
            ["strongName"] = image is null ? null : new JsonObject { ["flag"] = image.StrongNamed, ["publicKeyToken"] = image.PublicKeyToken },
        }, "PE metadata of the output; " + FactSheet.Properties("AssemblyName", "PackageId", "Version", "InformationalVersion"));
    }

    static void Digests(FactSheet sheet)
    {
        var files = new JsonArray();
        foreach (var output in sheet.Build.Outputs.OrderBy(static output => output.Name, StringComparer.Ordinal))
        {
            var digest = sheet.Build.OwnDigests.Both(output.Path);
            files.Add((JsonNode)new JsonObject
            {
                ["name"] = output.Name,
                ["kind"] = char.ToLowerInvariant(output.Kind.ToString()[0]) + output.Kind.ToString()[1..],
                ["size"] = new FileInfo(output.Path).Length,
                ["sha256"] = digest.Sha256,
                ["sha512"] = digest.Sha512,
            });
        }
        sheet.Known("output.digests", files, "output files");
    }

    static void Compiler(FactSheet sheet, PortableExecutable? image)
    {
        var build = sheet.Build;
        if (image is null)
            sheet.Unknown("compiler.deterministic", Header, GapText.Of("header-unreadable"));
        else
            sheet.Known("compiler.deterministic", new JsonObject { ["declared"] = build.Flag("Deterministic"), ["image"] = image.Deterministic }, Header + "; " + FactSheet.Properties("Deterministic"));

        var symbols = build.Outputs.FirstOrDefault(static output => output.Kind == OutputKind.Symbols);
        sheet.Known("compiler.ciBuild", new JsonObject
        {
            ["continuousIntegrationBuild"] = build.Flag("ContinuousIntegrationBuild") ?? false,
            ["embedUntrackedSources"] = build.Flag("EmbedUntrackedSources") ?? false,
            ["publishRepositoryUrl"] = build.Flag("PublishRepositoryUrl") ?? false,
            ["pathsMapped"] = image?.PathMapped,
            ["symbols"] = image?.EmbedsSymbols == true ? "embedded" : symbols is null ? "none" : "file",
            ["sourceLink"] = image?.EmbedsSymbols == true ? image.SourceLink : symbols is null ? null : Symbols.HaveSourceLink(symbols.Path),
        }, Header + "; symbols; " + FactSheet.Properties("ContinuousIntegrationBuild", "EmbedUntrackedSources", "PublishRepositoryUrl"));

        if ((build.Property("Language") ?? "C#") == "C#")
        {
            sheet.Known("compiler.nullable", new JsonObject { ["setting"] = build.Property("Nullable")?.ToLowerInvariant() ?? "disable" }, FactSheet.Properties("Nullable"));
            sheet.Known("compiler.unsafe", new JsonObject { ["allowed"] = build.Flag("AllowUnsafeBlocks") ?? false, ["image"] = image?.Unverifiable, ["platformInvokes"] = image?.PlatformInvokes },
                FactSheet.Properties("AllowUnsafeBlocks") + "; module attributes and native imports of the output");
            sheet.Known("compiler.overflow", new JsonObject { ["checked"] = build.Flag("CheckForOverflowUnderflow") ?? false }, FactSheet.Properties("CheckForOverflowUnderflow"));
        }
        else
        {
            var reason = GapText.Of("csharp-setting", build.Property("Language"));
            sheet.NotApplicable("compiler.nullable", FactSheet.Properties("Language"), reason);
            sheet.NotApplicable("compiler.unsafe", FactSheet.Properties("Language"), reason);
            sheet.Flag("compiler.overflow", "checked", "CheckForOverflowUnderflow");
        }
    }

    static void Cryptography(FactSheet sheet, PortableExecutable? image)
    {
        if (image is null)
        {
            sheet.Unknown("cbom.algorithms", Header, GapText.Of("header-unreadable"));
            return;
        }
        var types = new JsonArray();
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in image.CryptographicTypes)
        {
            types.Add((JsonNode)type);
            if (CryptographicReferences.Algorithm(type) is { } algorithm)
                names.Add(algorithm);
        }
        var algorithms = new JsonArray();
        foreach (var name in names)
            algorithms.Add((JsonNode)name);
        sheet.Known("cbom.algorithms", new JsonObject { ["algorithms"] = algorithms, ["types"] = types }, "type references of the output");
    }

    static void NativeHardening(FactSheet sheet, PortableExecutable? image)
    {
        if (image is null)
        {
            foreach (var id in (ReadOnlySpan<string>)["compiler.highEntropyVA", "compiler.cfg", "compiler.cet"])
                sheet.Unknown(id, Header, GapText.Of("header-unreadable"));
            return;
        }
        sheet.Known("compiler.highEntropyVA", new JsonObject
        {
            ["declared"] = sheet.Build.Flag("HighEntropyVA"),
            ["image"] = image.HighEntropyVA,
            ["dynamicBase"] = image.DynamicBase,
            ["nxCompatible"] = image.NxCompatible,
        }, Header + "; " + FactSheet.Properties("HighEntropyVA"));

        if (image.IsIntermediateLanguage)
            sheet.NotApplicable("compiler.cfg", Header, GapText.Of("intermediate-language"));
        else
            sheet.Known("compiler.cfg", new JsonObject { ["image"] = image.ControlFlowGuard, ["declared"] = sheet.Build.Property("ControlFlowGuard") }, Header + "; " + FactSheet.Properties("ControlFlowGuard"));

        var host = sheet.Build.Outputs.FirstOrDefault(static output => output.Kind == OutputKind.AppHost);
        if (host is not null && PortableExecutable.Read(host.Path) is { } native)
            sheet.Known("compiler.cet", new JsonObject { ["image"] = native.Cet ?? false, ["declared"] = sheet.Build.Flag("CETCompat") }, "PE header of the host executable; " + FactSheet.Properties("CETCompat"));
        else
            sheet.NotApplicable("compiler.cet", Header, GapText.Of("no-native-executable"));
    }
}
