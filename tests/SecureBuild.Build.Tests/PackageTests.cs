using System.Diagnostics;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

public sealed class PackageTests(TemporaryFeed feed)
{
    static readonly string[] s_platforms = ["linux-arm64", "linux-x64", "osx-arm64", "win-arm64", "win-x64"];

    [Fact]
    public async Task The_package_holds_analyzers_tasks_and_targets_and_nothing_for_the_output()
    {
        using var package = ZipFile.OpenRead(await feed.PackageAsync("SecureBuild"));
        var files = package.Entries.Select(entry => entry.FullName).Where(name => name.Contains('/') && !name.StartsWith("_rels/") && !name.StartsWith("package/"));
        Assert.Equal(
        [
            "analyzers/dotnet/roslyn4.8/cs/SecureBuild.Analyzers.dll",
            "analyzers/dotnet/roslyn4.8/cs/SecureBuild.CodeFixes.dll",
            "analyzers/dotnet/roslyn4.8/cs/ja/SecureBuild.Analyzers.resources.dll",
            "build/SecureBuild.AfterPublish.targets",
            "build/SecureBuild.Analysis.targets",
            "build/SecureBuild.FlowSummary.globalconfig",
            "build/SecureBuild.Pack.targets",
            "build/SecureBuild.QuietRules.globalconfig",
            "build/SecureBuild.Submission.proj",
            "build/SecureBuild.audit.globalconfig",
            "build/SecureBuild.strict.globalconfig",
            "build/SecureBuild.targets",
            "buildMultiTargeting/SecureBuild.targets",
            "tools/net10.0/SecureBuild.Core.dll",
            "tools/net10.0/SecureBuild.Tasks.dll",
            "tools/net10.0/ja/SecureBuild.Core.resources.dll",
        ], files.Where(name => !name.Contains("CodeFixes.resources") && !IsOfPlatform(name)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Tasks_and_rules_are_compiled_for_every_platform_or_where_the_compiler_cannot_be_restored_for_none()
    {
        using var package = ZipFile.OpenRead(await feed.PackageAsync("SecureBuild"));
        var files = package.Entries.Where(entry => IsOfPlatform(entry.FullName)).ToDictionary(entry => entry.FullName);
        if (files.Count == 0)
            return;
        Assert.Equal(
            s_platforms.SelectMany(platform => new[]
            {
                $"tools/analyzers/{platform}/SecureBuild.Analyzers.dll", $"tools/analyzers/{platform}/ja/SecureBuild.Analyzers.resources.dll",
                $"tools/net10.0/{platform}/SecureBuild.Core.dll", $"tools/net10.0/{platform}/SecureBuild.Tasks.dll", $"tools/net10.0/{platform}/ja/SecureBuild.Core.resources.dll",
            }).Order(StringComparer.Ordinal),
            files.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, entry) in files.Where(file => !file.Key.EndsWith(".resources.dll")))
        {
            using var bytes = new MemoryStream();
            await using (var content = entry.Open())
                await content.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            bytes.Position = 0;
            using var image = new PEReader(bytes);
            Assert.True(image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0, name);
            if (name.StartsWith("tools/net10.0/", StringComparison.Ordinal))
                Assert.True(KeepsCode(image.GetMetadataReader()), name);
        }
    }

    // The runtime compiles nothing of such an image anew (build/kept-code.cs).
    static bool KeepsCode(MetadataReader metadata) => metadata.GetAssemblyDefinition().GetCustomAttributes()
        .Select(metadata.GetCustomAttribute)
        .Where(attribute => metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent).Name) == nameof(DebuggableAttribute))
        .Any(attribute => metadata.GetBlobReader(attribute.Value) is { Length: 8 } value && ((DebuggableAttribute.DebuggingModes)(value.ReadInt64() >> 16)).HasFlag(DebuggableAttribute.DebuggingModes.DisableOptimizations));

    [Fact]
    public async Task Nothing_in_the_package_names_the_folder_it_was_built_in()
    {
        using var package = ZipFile.OpenRead(await feed.PackageAsync("SecureBuild"));
        foreach (var entry in package.Entries)
        {
            using var stream = new MemoryStream();
            await using (var content = entry.Open())
                await content.CopyToAsync(stream, TestContext.Current.CancellationToken);
            var bytes = stream.ToArray();
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Repository.Root)) < 0, entry.FullName);
        }
    }

    static bool IsOfPlatform(string name) => s_platforms.Any(platform => name.Contains($"/{platform}/", StringComparison.Ordinal));
}
