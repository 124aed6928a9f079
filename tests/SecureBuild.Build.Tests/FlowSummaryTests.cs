using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

public sealed class FlowSummaryTests(TemporaryFeed feed)
{
    const string Concatenated = "command.CommandText = \"select * from customer where name = '\" + name + \"'\";";
    const string Parameterised = "command.CommandText = \"select * from customer where name = @name\"; command.Parameters.Add(name);";
    const string SideFile = "Data/obj/Debug/net10.0/ref/Data.flow.securebuild.model";

    [Fact]
    public async Task A_value_is_followed_from_the_web_project_into_the_data_project()
    {
        using var work = await feed.WorkspaceAsync();
        WriteProjects(work);

        var build = (await work.BuildAsync("Web")).Succeeded();

        var finding = Assert.Single(build.Warnings("SB1001"));
        Assert.Equal(("CustomersController.cs", 3), (Path.GetFileName(finding.File), finding.LineNumber));
        Assert.Contains("Store.Find → DbCommand.CommandText", finding.Text, StringComparison.Ordinal);
        Assert.Empty(build.LinesWith("SB0004"));
        Assert.Empty(build.LinesWith("SB0005"));
        // What was only told to the build is no evidence.
        Assert.DoesNotContain(new Artifacts(work.PathOf("Data/bin/Debug/net10.0/securebuild"), "Data").Findings, static each => each.Contains("SB0004", StringComparison.Ordinal));
        Assert.DoesNotContain("Acme.Store::Find", new Artifacts(work.PathOf("Data/bin/Debug/net10.0/securebuild"), "Data").Text(".sarif"), StringComparison.Ordinal);

        var written = File.GetLastWriteTimeUtc(work.PathOf(SideFile));
        var again = (await work.BuildAsync("Web", "--no-restore")).Succeeded();
        Assert.Empty(again.Executed("CoreCompile"));
        (await work.BuildAsync("Web", "--no-restore", "-question")).Succeeded();
        Assert.Equal(written, File.GetLastWriteTimeUtc(work.PathOf(SideFile)));

        // The reference assembly stays the same; the summary does not.
        WriteStore(work, Parameterised);
        Assert.Empty((await work.BuildAsync("Web", "--no-restore")).Succeeded().Warnings("SB1001"));
        WriteStore(work, Concatenated);
        Assert.Single((await work.BuildAsync("Web", "--no-restore", "-m")).Succeeded().Warnings("SB1001"));

        File.AppendAllText(work.PathOf(SideFile), "none [Data]Acme.Store::Find/DbCommand,String\n");
        var tampered = (await work.BuildAsync("Web", "--no-restore")).Succeeded();
        Assert.Empty(tampered.Warnings("SB1001"));
        Assert.Contains("\"ruleId\": \"SB0005\"", work.Read("Web/obj/Debug/net10.0/Web.securebuild.sarif"), StringComparison.Ordinal);

        (await work.RunAsync("clean", "Web", "-nologo")).Succeeded();
        Assert.False(work.Has(SideFile));
    }

    [Fact]
    public async Task Without_summaries_the_projects_stand_alone()
    {
        using var work = await feed.WorkspaceAsync();
        WriteProjects(work);

        Assert.Empty((await work.BuildAsync("Web", "-p:SecureBuildFlowSummaries=false")).Succeeded().Warnings("SB1001"));
        Assert.False(work.Has(SideFile));
        Assert.Single((await work.BuildAsync("Web")).Succeeded().Warnings("SB1001"));
        // Nobody believes what an earlier build left.
        Assert.Empty((await work.BuildAsync("Web", "-p:SecureBuildAnalysisLog=false")).Succeeded().Warnings("SB1001"));
    }

    [Fact]
    public async Task A_library_for_several_frameworks_and_one_without_a_reference_assembly_are_read_as_well()
    {
        using var work = await feed.WorkspaceAsync();
        WriteProjects(work, "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><LangVersion>latest</LangVersion><ProduceReferenceAssembly>false</ProduceReferenceAssembly>");
        // A severity for everything must not make bookkeeping an error.
        work.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_analyzer_diagnostic.category-SecureBuild.Analysis.severity = error\n");

        Assert.Single((await work.BuildAsync("Web", "-c", "Release")).Succeeded().Warnings("SB1001"));
        Assert.True(work.Has("Data/obj/Release/net10.0/Data.flow.securebuild.model"));
    }

    static void WriteProjects(Workspace work, string data = "<TargetFramework>net10.0</TargetFramework>")
    {
        work.Write("Data/Data.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>{data}</PropertyGroup>
              <ItemGroup>{Workspace.PackageReference}</ItemGroup>
            </Project>
            """);
        WriteStore(work, Concatenated);
        // The web project names only the service project: the data project comes with it.
        work.Write("Service/Service.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>{Workspace.PackageReference}<ProjectReference Include="../Data/Data.csproj" /></ItemGroup>
            </Project>
            """);
        work.Write("Service/Nothing.cs", "namespace Acme; public class Nothing { }\n");
        work.Write("Web/Web.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><RequiresAspNetWebAssets>false</RequiresAspNetWebAssets></PropertyGroup>
              <ItemGroup>{Workspace.PackageReference}<ProjectReference Include="../Service/Service.csproj" /></ItemGroup>
            </Project>
            """);
        work.Write("Web/Program.cs", "var app = WebApplication.CreateBuilder(args).Build();\napp.Run();\n");
        work.Write("Web/CustomersController.cs", """
            public class CustomersController(Acme.Store store, System.Data.Common.DbCommand command) : Microsoft.AspNetCore.Mvc.Controller
            {
                public object Get(string name) => store.Find(command, name);
            }

            """);
    }

    static void WriteStore(Workspace work, string body) => work.Write("Data/Store.cs", $$"""
        namespace Acme;

        public class Store
        {
            public object Find(System.Data.Common.DbCommand command, string name)
            {
                {{body}}
                return command.ExecuteScalar();
            }
        }

        """);
}
