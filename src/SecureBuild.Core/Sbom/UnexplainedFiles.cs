using System.Collections.Immutable;
using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>Program files that lie beside the product without belonging to anything this build knows of: left over from another build, or put there by a target.</summary>
static class UnexplainedFiles
{
    static readonly string[] s_programs = [".dll", ".exe", ".so", ".dylib"];

    /// <summary>Their names, ordinal order. Only the top folder is looked at: below it lie other builds (<c>publish/</c>, runtime identifiers).</summary>
    public static ImmutableArray<string> Of(BuildInputs inputs)
    {
        var explained = inputs.Outputs.Select(output => output.Name).Concat(inputs.CopyLocal.Select(file => file.Destination)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        try
        {
            return
            [
                .. Directory.EnumerateFiles(inputs.OutputDirectory).Select(path => Path.GetFileName(path))
                    .Where(name => s_programs.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) && !explained.Contains(name))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
