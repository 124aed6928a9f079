using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Text;
using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

public sealed class PackageTests(TemporaryFeed feed)
{
    static readonly string[] s_platforms = ["tools/net10.0/linux-arm64/", "tools/net10.0/linux-x64/", "tools/net10.0/osx-arm64/", "tools/net10.0/win-arm64/", "tools/net10.0/win-x64/"];

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
            "build/SecureBuild.Analysis.targets",
            "build/SecureBuild.QuietRules.globalconfig",
            "build/SecureBuild.targets",
            "tools/net10.0/SecureBuild.Core.dll",
            "tools/net10.0/SecureBuild.Tasks.dll",
            "tools/net10.0/ja/SecureBuild.Core.resources.dll",
        ], files.Where(name => !name.Contains("CodeFixes.resources") && !s_platforms.Any(name.StartsWith)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Tasks_are_compiled_for_every_platform_or_where_the_compiler_cannot_be_restored_for_none()
    {
        using var package = ZipFile.OpenRead(await feed.PackageAsync("SecureBuild"));
        var files = package.Entries.Where(entry => s_platforms.Any(entry.FullName.StartsWith)).ToDictionary(entry => entry.FullName);
        if (files.Count == 0)
            return;
        Assert.Equal(
            s_platforms.SelectMany(folder => new[] { $"{folder}SecureBuild.Core.dll", $"{folder}SecureBuild.Tasks.dll", $"{folder}ja/SecureBuild.Core.resources.dll" }).Order(StringComparer.Ordinal),
            files.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, entry) in files.Where(file => !file.Key.EndsWith(".resources.dll")))
        {
            using var bytes = new MemoryStream();
            await using (var content = entry.Open())
                await content.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            bytes.Position = 0;
            using var image = new PEReader(bytes);
            Assert.True(image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0, name);
        }
    }

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
}
