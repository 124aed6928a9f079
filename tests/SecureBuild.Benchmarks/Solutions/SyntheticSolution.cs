using System.Text;
using SecureBuild.Benchmarks.Generated;

namespace SecureBuild.Benchmarks.Solutions;

/// <summary>
/// A solution over a <see cref="SyntheticFeed"/>: areas of ten projects, each project with its share of its area's packages and references to projects before it in the area, a few hundred
/// lines of code each. It restores from folders alone and keeps its packages to itself.
/// </summary>
static class SyntheticSolution
{
    const int AreaSize = 10;

    /// <summary>Writes feed and solution.</summary>
    /// <param name="folder">Where; it must be empty.</param>
    /// <param name="packageCount">Packages.</param>
    /// <param name="projectCount">Projects.</param>
    /// <param name="secureBuild">The package to be measured.</param>
    /// <param name="lines">Lines of code in each project, at least.</param>
    /// <returns>The solution file.</returns>
    public static string Write(string folder, int packageCount, int projectCount, string secureBuild, int lines)
    {
        var areas = (projectCount + AreaSize - 1) / AreaSize;
        var packages = SyntheticFeed.Packages(packageCount, areas);
        var feed = Path.Combine(folder, "feed");
        SyntheticFeed.Write(feed, packages);
        foreach (var needed in (ReadOnlySpan<string>)[secureBuild, Path.Combine(Compiling.GeneratedCompilation.Packages, "dapper", "2.1.86", "dapper.2.1.86.nupkg")])
            File.Copy(needed, Path.Combine(feed, Path.GetFileName(needed)));
        Write("nuget.config", """
            <configuration>
              <packageSources><clear /><add key="synthetic" value="feed" /></packageSources>
              <config><add key="globalPackagesFolder" value="packages" /></config>
            </configuration>
            """);
        Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <NuGetAudit>false</NuGetAudit>
                <NoWarn>$(NoWarn);CS0162;CS0219;CS0436;CS1591;CS1717;CS8519;CS8793;CA2252</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <PackageReference Include="Dapper" Version="2.1.86" />
                <PackageReference Include="SecureBuild" Version="{Path.GetFileNameWithoutExtension(secureBuild)["SecureBuild.".Length..]}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("global.json", "{}");
        Write("securebuild.json", """{ "product": { "name": "Synthetic", "version": "1.0" } }""");
        var random = new Random(20_262);
        for (var project = 0; project < projectCount; project++)
        {
            var area = project / AreaSize;
            var place = project % AreaSize;
            var own = packages.Where(package => package.Area == area).Where((_, index) => index % Math.Min(AreaSize, projectCount) == place);
            int[] earlier = place == 0 ? [] : [.. new[] { project - 1, area * AreaSize + random.Next(place) }.Distinct().Take(1 + place % 2)];
            Write($"src/{Name(project)}/{Name(project)}.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <ItemGroup>
                    {string.Concat(own.Select(static package => $"""<PackageReference Include="{package.Id}" Version="{package.Version}" />"""))}
                    {string.Concat(earlier.Select(static other => $"""<ProjectReference Include="../{Name(other)}/{Name(other)}.csproj" />"""))}
                  </ItemGroup>
                </Project>
                """);
            var written = 0;
            // The beginning of a module compiles without its end.
            foreach (var file in GeneratedProject.OfAtLeast(1, 20_263 + 1000 * project).TakeWhile(file => (written += file.Lines) - file.Lines < lines))
                Write($"src/{Name(project)}/{file.Path}", file.Text.Replace("Acme.", Name(project) + ".", StringComparison.Ordinal));
        }
        Write("Synthetic.slnx", $"<Solution>{string.Concat(Enumerable.Range(0, projectCount).Select(static project => $"""<Project Path="src/{Name(project)}/{Name(project)}.csproj" />"""))}</Solution>");
        return Path.Combine(folder, "Synthetic.slnx");

        void Write(string path, string text)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text, new UTF8Encoding(false));
        }
    }

    static string Name(int project) => $"Synthetic.Project{project:000}";
}
