using SecureBuild.Configuration;

namespace SecureBuild.Cli.Tests.Verbs;

public sealed class InitVerbTests
{
    [Theory]
    [InlineData("en", "the build alone")]
    [InlineData("ja", "ビルドだけが設定します")]
    public void The_file_it_writes_is_commented_in_the_language_and_has_no_mistake(string language, string comment)
    {
        using var folder = new Scratch();

        var result = Tool.Run("init", folder.Path, "--lang", language);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(comment, File.ReadAllText(folder["securebuild.json"]));
        Assert.Empty(ProjectConfigurationFile.Read(folder["securebuild.json"]).Problems);
        Assert.Equal(ProjectConfigurationFile.Schema, File.ReadAllText(folder["securebuild.schema.json"]));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Its_examples_are_right_once_the_comment_signs_are_taken_away(string language)
    {
        using var folder = new Scratch();
        Tool.Run("init", folder.Path, "--lang", language);
        var lines = File.ReadAllLines(folder["securebuild.json"]);
        // Prose begins with a letter; an example with a quotation mark or a bracket.
        File.WriteAllLines(folder["securebuild.json"], lines.Select(line => line.TrimStart() is ['/', '/', ' ', '"' or '{' or '}' or ' ', ..] ? line.Replace("// ", "", StringComparison.Ordinal) : line));

        var result = ProjectConfigurationFile.Read(folder["securebuild.json"]);

        Assert.Empty(result.Problems);
        Assert.NotNull(result.Configuration!.Product?.Description);
        Assert.NotNull(result.Configuration.Supplier?.Contact?.Email);
        Assert.NotNull(result.Configuration.Contacts?.Security);
        Assert.Single(result.Configuration.Statements);
    }

    [Fact]
    public void Name_version_and_company_come_from_the_project()
    {
        using var folder = new Scratch();
        folder.Write("Portal.csproj", """<Project><PropertyGroup><Version>2.3.0</Version><Description>Say "hello" \o/</Description></PropertyGroup></Project>""");
        folder.Write("Directory.Build.props", """<Project><PropertyGroup><Product>住民ポータル</Product><Version>1.0.0</Version><Company>Example KK</Company></PropertyGroup></Project>""");

        var output = Tool.Run("init", folder.Path).Output;

        var read = ProjectConfigurationFile.Read(folder["securebuild.json"]).Configuration!;
        Assert.Equal(new("住民ポータル", "2.3.0", """Say "hello" \o/"""), read.Product);
        Assert.Equal("Example KK", read.Supplier!.Name!.En);
        Assert.Contains("Portal.csproj, Directory.Build.props", output);
    }

    [Theory]
    [InlineData("<Version>$(Base).1</Version>")]
    [InlineData("<Version Condition=\"'$(CI)' != ''\">9.9.9</Version>")]
    [InlineData("<Version>1.0.0</Version><Version>2.0.0</Version>")]
    public void A_value_that_only_MSBuild_could_tell_is_not_guessed(string property)
    {
        using var folder = new Scratch();
        folder.Write("Portal.csproj", $"<Project><PropertyGroup>{property}</PropertyGroup></Project>");

        Tool.Run("init", folder.Path);

        Assert.Equal(new("Portal", null, null), ProjectConfigurationFile.Read(folder["securebuild.json"]).Configuration!.Product);
    }

    [Fact]
    public void A_broken_project_file_is_no_obstacle()
    {
        using var folder = new Scratch();
        folder.Write("Portal.csproj", "<Project>");

        Assert.Equal(0, Tool.Run("init", folder.Path).ExitCode);
    }

    [Fact]
    public void An_existing_file_is_left_alone_without_force()
    {
        using var folder = new Scratch();
        var file = folder.Write("securebuild.json", "{ /* mine */ }");

        var refused = Tool.Run("init", folder.Path);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("error SB9610: ", refused.Error);
        Assert.Equal("{ /* mine */ }", File.ReadAllText(file));
        Assert.False(File.Exists(folder["securebuild.schema.json"]));
        Assert.Equal(0, Tool.Run("init", folder.Path, "--force").ExitCode);
        Assert.NotEqual("{ /* mine */ }", File.ReadAllText(file));
    }

    [Fact]
    public void A_schema_of_somebody_else_is_left_alone_too()
    {
        using var folder = new Scratch();
        folder.Write("securebuild.schema.json", "{}");

        Assert.Equal(1, Tool.Run("init", folder.Path).ExitCode);
        Assert.False(File.Exists(folder["securebuild.json"]));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_wrong_use()
    {
        var result = Tool.Run("init", Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N")));

        Assert.Equal(64, result.ExitCode);
        Assert.Contains("SB9611", result.Error);
    }
}
