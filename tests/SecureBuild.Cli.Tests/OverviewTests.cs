using System.Text.Json.Nodes;

namespace SecureBuild.Cli.Tests;

/// <summary><c>securebuild</c> alone, in a folder where somebody works.</summary>
public sealed class OverviewTests
{
    const string Project = """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Other" Version="1.0.0" /></ItemGroup></Project>""";

    static readonly string s_referencing = Project.Replace("Other", "SecureBuild", StringComparison.Ordinal);

    [Fact]
    public void Without_the_package_the_next_step_is_the_package_and_then_a_build()
    {
        using var work = new Scratch();
        work.Write("src/Portal/Portal.csproj", Project);
        work.Write("Portal.slnx", "<Solution/>");
        Assert.Equal(("package", "dotnet add package SecureBuild"), Next(work.Path));

        work.Write("src/Portal/Portal.csproj", s_referencing);
        Assert.Equal(("build", "dotnet build -c Release"), Next(work.Path));
    }

    [Fact]
    public void Central_package_management_references_it_for_all()
    {
        using var work = new Scratch();
        work.Write("src/Portal/Portal.csproj", Project);
        work.Write("src/Core/Core.csproj", Project);
        work.Write(".git/HEAD", "ref: refs/heads/main\n");
        work.Write("Directory.Packages.props", """<Project><ItemGroup><GlobalPackageReference Include="SecureBuild" Version="0.1.0" /></ItemGroup></Project>""");
        work.Write("node_modules/a/a.csproj", Project);

        Assert.Contains("referenced by 2 of 2 projects", Tool.Run([], work.Path).Output);
        Assert.Equal("build", Next(work["src/Portal"]).Step);
    }

    [Fact]
    public void After_a_build_it_goes_from_declaring_to_stating_signing_and_verifying()
    {
        using var build = new DeliveredBuild();
        File.WriteAllText(Path.Combine(build.Output, "Portal.csproj"), s_referencing);
        Assert.Equal(("init", "securebuild init"), Next(build.Output));

        File.WriteAllText(Path.Combine(build.Output, "securebuild.json"), "{}");
        var draft = Tool.Run([], build.Output);
        Assert.Equal("state", Next(build.Output).Step);
        Assert.Contains("UNSIGNED DRAFT", draft.Output);
        Assert.Contains("Or sign it as it is:\n  securebuild sign . --key KEY", draft.Output);
        Assert.Empty(draft.Error);

        build.Signed();
        Assert.Equal(("verify", "securebuild verify . --key PUBLIC-KEY"), Next(build.Output));
        Assert.Contains("securebuild pack . --configuration Release --output submission.zip", Tool.Run([], build.Output).Output);
    }

    [Fact]
    public void What_changed_after_the_attestation_is_named_and_has_to_be_built_again()
    {
        using var build = new DeliveredBuild();
        File.WriteAllText(Path.Combine(build.Output, "Portal.csproj"), s_referencing);
        File.AppendAllText(build.Artifact(".sarif"), " ");

        Assert.Equal("rebuild", Next(build.Output).Step);
        Assert.Contains("others than were attested: Portal.sarif", Tool.Run([], build.Output).Output);
    }

    [Fact]
    public void What_cannot_be_read_is_told_with_its_code()
    {
        using var build = new DeliveredBuild();
        File.WriteAllText(Path.Combine(build.Output, "Portal.csproj"), s_referencing);
        File.WriteAllText(build.Statements, "{");

        Assert.Contains("SB95", Tool.Run([], build.Output).Error);
        Assert.Equal("build", Next(build.Output).Step);
    }

    [Fact]
    public void It_speaks_Japanese()
    {
        using var work = new Scratch();
        work.Write("Portal.csproj", Project);

        var result = Tool.Run(["--lang", "ja"], work.Path);
        Assert.Contains("次の手順: パッケージを参照します。", result.Output);
        Assert.Contains("  dotnet add package SecureBuild", result.Output);
    }

    static (string Step, string Command) Next(string folder)
    {
        var result = Tool.Run(["--json"], folder);
        Assert.Equal(0, result.ExitCode);
        var next = JsonNode.Parse(result.Output)!["next"]!;
        return ((string)next["step"]!, (string)next["command"]!);
    }
}
