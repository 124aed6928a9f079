using System.Collections.Immutable;
using SecureBuild.Evidence;

namespace SecureBuild.Core.Tests;

/// <summary>Inputs of a build that did not happen.</summary>
static class SampleInputs
{
    public static BuildInputs For(string repository, string project, string framework)
    {
        var folder = Path.Combine(repository, project);
        var output = Path.Combine(folder, "bin", "Release", framework);
        Directory.CreateDirectory(output);
        var assembly = Path.Combine(output, project + ".dll");
        File.WriteAllText(assembly, project);
        return new()
        {
            ProjectFile = Path.Combine(folder, project + ".csproj"),
            RepositoryRoot = repository,
            OutputDirectory = output,
            ArtifactDirectory = Path.Combine(output, "securebuild"),
            ArtifactName = project,
            Outputs = [new(assembly, OutputKind.Assembly)],
            AssetsFile = Path.Combine(folder, "obj", "project.assets.json"),
            Properties = new Dictionary<string, string> { ["TargetFramework"] = framework, ["Configuration"] = "Release", ["AssemblyName"] = project }
                .ToImmutableDictionary(StringComparer.OrdinalIgnoreCase),
            Host = new("linux", "x64", ImmutableDictionary<string, string>.Empty),
        };
    }

    public static BuildInputs With(this BuildInputs inputs, string property, string value) => inputs with { Properties = inputs.Properties.SetItem(property, value) };
}
