using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

/// <summary>One solution of shapes that break others, built in parallel in a folder whose name has spaces and Japanese characters.</summary>
public sealed class ShapesSolution(TemporaryFeed feed) : IAsyncLifetime
{
    public Workspace Work { get; private set; } = null!;

    public BuildRun Build { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Work = await feed.WorkspaceAsync("市役所 申請 システム");
        Work.WriteConsole("Strict", """
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors><GenerateDocumentationFile>true</GenerateDocumentationFile>
            <ProduceReferenceAssembly>true</ProduceReferenceAssembly><GenerateAssemblyInfo>false</GenerateAssemblyInfo>
            """);
        Work.WriteConsole("窓口 受付");
        Work.Write("Library/Library.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks></PropertyGroup>
              <ItemGroup>{Workspace.PackageReference}</ItemGroup>
            </Project>
            """);
        Work.Write("Library/Class.cs", "namespace Library { public class Class { public byte[] Hash(byte[] data) => System.Security.Cryptography.MD5.Create().ComputeHash(data); } }\n");
        Work.Write("Visual/Visual.vbproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>{Workspace.PackageReference}<ProjectReference Include="../Library/Library.csproj" /></ItemGroup>
            </Project>
            """);
        Work.Write("Visual/Class.vb", "Public Class [Class]\nEnd Class\n");
        Work.Write("Functional/Functional.fsproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><Compile Include="Module.fs" />{Workspace.PackageReference}</ItemGroup>
            </Project>
            """);
        Work.Write("Functional/Module.fs", "module Functional.Module\nlet one = 1\n");
        Work.Write("All.slnx", """
            <Solution>
              <Project Path="Strict/Strict.csproj" /><Project Path="窓口 受付/窓口 受付.csproj" /><Project Path="Library/Library.csproj" />
              <Project Path="Visual/Visual.vbproj" /><Project Path="Functional/Functional.fsproj" />
            </Solution>
            """);
        Build = (await Work.BuildAsync("All.slnx", "-m")).Succeeded();
    }

    public ValueTask DisposeAsync()
    {
        Work.Dispose();
        return ValueTask.CompletedTask;
    }
}

public sealed class ShapesTests(ShapesSolution solution) : IClassFixture<ShapesSolution>
{
    [Theory]
    [InlineData("Strict/bin/Debug/net10.0", "Strict")]
    [InlineData("窓口 受付/bin/Debug/net10.0", "窓口 受付")]
    [InlineData("Library/bin/Debug/net10.0", "Library")]
    [InlineData("Library/bin/Debug/netstandard2.0", "Library")]
    [InlineData("Visual/bin/Debug/net10.0", "Visual")]
    [InlineData("Functional/bin/Debug/net10.0", "Functional")]
    public async Task Every_inner_build_has_artifacts_that_are_well_made(string folder, string name) =>
        await new Artifacts(solution.Work.PathOf(folder + "/securebuild"), name).AssertWellMadeAsync(solution.Work);

    [Fact]
    public void Every_inner_build_says_one_line() => Assert.Equal(
        ["Functional (net10.0)", "Library (net10.0)", "Library (netstandard2.0)", "Strict (net10.0)", "Visual (net10.0)", "窓口 受付 (net10.0)"],
        solution.Build.Summaries.Select(line => line["SecureBuild: ".Length..line.IndexOf(" -> ", StringComparison.Ordinal)]).Order(StringComparer.Ordinal));

    [Fact]
    public void Nothing_of_ours_warns() => Assert.DoesNotContain(solution.Build.LinesWith("warning "), line => line.Contains("SB9", StringComparison.Ordinal));

    [Theory]
    [InlineData("Visual")]
    [InlineData("Functional")]
    public void Languages_without_our_rules_say_not_applicable_and_not_zero(string name)
    {
        var artifacts = new Artifacts(solution.Work.PathOf($"{name}/bin/Debug/net10.0/securebuild"), name);
        Assert.Equal("not-applicable", (string?)artifacts.Fact("sarif.log")["state"]);
        Assert.False(artifacts.Has(".sarif"));
        Assert.Contains("analysis not applicable", Assert.Single(solution.Build.LinesWith($"SecureBuild: {name} ")));
    }

    [Fact]
    public void The_analyzers_came_with_the_package()
    {
        var artifacts = new Artifacts(solution.Work.PathOf("Library/bin/Debug/netstandard2.0/securebuild"), "Library");
        // Without version control the project's own folder is what paths are relative to.
        Assert.Equal(["SB2001 Class.cs:1"], artifacts.Findings);
    }
}
