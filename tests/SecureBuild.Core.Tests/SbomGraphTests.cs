using System.Collections.Immutable;
using SecureBuild.Evidence;
using SecureBuild.Sbom;

namespace SecureBuild.Core.Tests;

[Collection(nameof(SbomSamples))]
public sealed class SbomGraphTests(SbomSamples samples)
{
    [Theory]
    [InlineData("App", "net10.0")]
    [InlineData("Lib", "net10.0")]
    [InlineData("Lib", "netstandard2.0")]
    [InlineData("Native", "net10.0")]
    [InlineData("Central", "net10.0")]
    [InlineData("Classic", "net472")]
    [InlineData("Web", "net10.0")]
    public void Packages_are_those_that_dotnet_lists_and_no_others(string project, string framework)
    {
        var result = samples.Build(project, framework);
        var listed = samples.Listed(project, framework);

        Assert.Equal(listed.Direct, Packages(result, "direct"));
        Assert.Equal(listed.Transitive, Packages(result, "transitive"));
        Assert.Empty(result.Problems);
        Assert.True(result.Coverage.GraphComplete);
        Assert.Equal(0, result.Coverage.UnknownHashes - result.Coverage.Projects);
    }

    [Theory]
    [InlineData("App", "net10.0")]
    [InlineData("Lib", "netstandard2.0")]
    [InlineData("Native", "net10.0")]
    [InlineData("Empty", "net10.0")]
    public void Every_component_has_its_dependency_entry_and_every_edge_its_component(string project, string framework)
    {
        var bom = samples.Build(project, framework).Bom;
        var refs = bom.Components.Select(component => component.BomRef!).Append(bom.Metadata.Component!.BomRef!).Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(refs, bom.Dependencies.Select(dependency => dependency.Ref));
        Assert.Empty(bom.Dependencies.SelectMany(dependency => dependency.DependsOn).Except(refs));
        Assert.Equal(refs.Length, Reachable(bom).Count);
    }

    [Fact]
    public void A_project_without_packages_has_none_and_says_complete()
    {
        var result = samples.Build("Empty");

        Assert.Equal((0, 0), (result.Coverage.Packages, result.Coverage.Projects));
        Assert.Equal(["framework:Microsoft.NETCore.App"], DependsOn(result, "project:Empty/Empty.csproj"));
        Assert.True(result.Coverage.GraphComplete);
    }

    [Fact]
    public void Edges_lead_to_the_versions_that_restore_picked()
    {
        var result = samples.Build("Lib", "netstandard2.0");

        // System.Text.Encodings.Web 9.0.0 and System.Memory 4.5.5 ask for different versions of Unsafe; one is picked.
        Assert.Contains("pkg:nuget/System.Runtime.CompilerServices.Unsafe@6.0.0", DependsOn(result, "pkg:nuget/System.Memory@4.5.5"));
        Assert.Contains("pkg:nuget/System.Runtime.CompilerServices.Unsafe@6.0.0", DependsOn(result, "pkg:nuget/System.Text.Encodings.Web@9.0.0"));
        Assert.Empty(DependsOn(result, "pkg:nuget/System.Runtime.CompilerServices.Unsafe@6.0.0"));
    }

    [Fact]
    public void A_referenced_project_is_first_party_with_its_own_dependencies()
    {
        var result = samples.Build("App");
        var project = Component(result, "project:Lib/Lib.csproj");

        Assert.Equal(("pkg:generic/Lib@1.0.0", "required"), (project.Purl, project.Scope));
        Assert.Contains("project:Lib/Lib.csproj", DependsOn(result, "project:App/App.csproj"));
        Assert.Contains("pkg:nuget/Newtonsoft.Json@13.0.3", DependsOn(result, "project:Lib/Lib.csproj"));
        Assert.DoesNotContain("pkg:nuget/Newtonsoft.Json@13.0.3", DependsOn(result, "project:App/App.csproj"));
    }

    [Fact]
    public void What_only_the_build_uses_is_excluded()
    {
        var result = samples.Build("App");

        Assert.Equal("excluded", Component(result, "pkg:nuget/Meziantou.Analyzer@").Scope);
        Assert.Equal("3.0.*", Property(Component(result, "pkg:nuget/Meziantou.Analyzer@"), "securebuild:requested-version")?[1..6]);
        // A bundle without a file of its own leads to the native library.
        Assert.Equal("required", Component(result, "pkg:nuget/SQLitePCLRaw.bundle_e_sqlite3@").Scope);
        Assert.Equal("required", Component(result, "pkg:nuget/SourceGear.sqlite3@").Scope);
    }

    [Fact]
    public void What_the_framework_brings_instead_is_excluded()
    {
        Assert.Equal("excluded", Component(samples.Build("Web"), "pkg:nuget/System.Text.Json@9.0.0").Scope);
        Assert.Equal("excluded", Component(samples.Build("Lib", "netstandard2.0"), "pkg:nuget/NETStandard.Library@2.0.3").Scope);
        Assert.Equal("required", Component(samples.Build("Lib", "netstandard2.0"), "pkg:nuget/System.Text.Json@9.0.0").Scope);
    }

    [Fact]
    public void A_package_whose_files_lose_against_the_framework_is_excluded_when_others_are_copied()
    {
        var result = samples.Build("Lib", "netstandard2.0", inputs => inputs with
        {
            CopyLocal = [new(inputs.Outputs[0].Path, "Newtonsoft.Json.dll", "Newtonsoft.Json", "13.0.3", null)],
        });

        Assert.Equal("required", Component(result, "pkg:nuget/Newtonsoft.Json@").Scope);
        Assert.Equal("excluded", Component(result, "pkg:nuget/System.Memory@").Scope);
        Assert.Equal("not-copied", Property(Component(result, "pkg:nuget/System.Memory@"), "securebuild:files"));
    }

    [Fact]
    public void A_framework_that_the_machine_brings_is_external_with_the_range_the_host_accepts()
    {
        var framework = Component(samples.Build("App", change: inputs => inputs.With("OutputType", "Exe") with
        {
            Frameworks = [new("Microsoft.NETCore.App", "10.0.12", "10.0.0", null)],
        }), "framework:Microsoft.NETCore.App");

        Assert.Equal((true, "vers:nuget/>=10.0.0|<11.0.0", (string?)null), (framework.IsExternal, framework.VersionRange, framework.Version));
    }

    [Fact]
    public void A_framework_that_is_delivered_has_its_exact_version()
    {
        var result = samples.Build("Native", change: inputs => inputs.With("RuntimeIdentifier", "linux-x64") with
        {
            Frameworks = [new("Microsoft.NETCore.App", "10.0.12", "10.0.12", "Microsoft.NETCore.App.Runtime.linux-x64")],
            CopyLocal = [new(inputs.Outputs[0].Path, "System.Private.CoreLib.dll", "Microsoft.NETCore.App.Runtime.linux-x64", "10.0.12", null)],
        });
        var framework = Component(result, "framework:Microsoft.NETCore.App");

        Assert.Equal((false, null, "10.0.12"), (framework.IsExternal, framework.VersionRange, framework.Version));
        Assert.Equal("pkg:nuget/Microsoft.NETCore.App.Runtime.linux-x64@10.0.12", framework.Purl);
        Assert.Equal(1, result.Coverage.Frameworks);
        Assert.True(result.Coverage.GraphComplete);
    }

    [Theory]
    [InlineData("Classic", "net472", "framework:.NETFramework", "vers:generic/>=4.7.2")]
    [InlineData("Lib", "netstandard2.0", "framework:.NETStandard", "vers:generic/>=2.0")]
    [InlineData("Web", "net10.0", "framework:Microsoft.AspNetCore.App", "vers:nuget/>=10.0.0")]
    public void The_framework_is_named_even_where_MSBuild_hands_over_none(string project, string framework, string component, string range) =>
        Assert.Equal(range, Component(samples.Build(project, framework), component).VersionRange);

    [Fact]
    public void AspNetCore_rests_on_the_base_framework() =>
        Assert.Equal(["framework:Microsoft.NETCore.App"], DependsOn(samples.Build("Web"), "framework:Microsoft.AspNetCore.App"));

    [Fact]
    public void A_runtime_identifier_without_its_own_target_is_said()
    {
        var result = samples.Build("App", change: inputs => inputs.With("RuntimeIdentifier", "win-arm64"));

        Assert.Equal(["SB9205"], result.Problems.Select(problem => problem.Code));
        Assert.False(result.Coverage.GraphComplete);
        Assert.Equal("incomplete", result.Bom.Metadata.Properties.Single().Value);
    }

    static ImmutableSortedSet<string> Packages(SbomResult result, string dependency) =>
    [
        .. result.Bom.Components
            .Where(component => Property(component, "securebuild:dependency")?.StartsWith(dependency, StringComparison.Ordinal) == true)
            .Select(component => $"{component.Name}/{component.Version}"),
    ];

    static ImmutableArray<string> DependsOn(SbomResult result, string bomRef) => result.Bom.Dependencies.Single(dependency => dependency.Ref == bomRef).DependsOn;

    static Component Component(SbomResult result, string start) => result.Bom.Components.Single(component => component.BomRef!.StartsWith(start, StringComparison.Ordinal));

    static string? Property(Component component, string name) => component.Properties.FirstOrDefault(property => property.Name == name)?.Value;

    static HashSet<string> Reachable(Bom bom)
    {
        var edges = bom.Dependencies.ToDictionary(dependency => dependency.Ref, dependency => dependency.DependsOn);
        var reached = new HashSet<string>();
        var open = new Stack<string>([bom.Metadata.Component!.BomRef!]);
        while (open.TryPop(out var next))
            if (reached.Add(next))
                foreach (var further in edges[next])
                    open.Push(further);
        return reached;
    }
}
