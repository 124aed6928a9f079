using System.Collections.Immutable;
using SecureBuild.Signing;
using SecureBuild.Submission;

namespace SecureBuild.Cli.Keys;

/// <summary>What <c>securebuild sign PATH…</c> signs: the builds that are named, or, of a folder with many, those that <c>pack</c> puts together.</summary>
/// <param name="Paths">Each as for <see cref="AttestationFiles.Sign"/>.</param>
/// <param name="LeftOut">Builds that were found and are not signed.</param>
sealed record SigningTargets(ImmutableArray<string> Paths, ImmutableArray<LeftOutBuild> LeftOut)
{
    /// <summary>Null, with the reason told, where there is nothing to be signed.</summary>
    /// <param name="paths">Folders or files.</param>
    /// <param name="configuration">Only builds of this configuration count; null where there is only one.</param>
    /// <param name="terminal">Takes the reason.</param>
    /// <param name="exitCode">Of the reason.</param>
    public static SigningTargets? Of(string[] paths, string? configuration, Terminal terminal, out int exitCode)
    {
        exitCode = ExitCode.Satisfied;
        var found = ImmutableArray.CreateBuilder<string>();
        var leftOut = ImmutableArray.CreateBuilder<LeftOutBuild>();
        foreach (var path in paths)
        {
            if (!IsFolderOfMany(path))
            {
                found.Add(path);
                continue;
            }
            var reading = terminal.During(Texts.Of("Reading"), () => ProductReader.Read(new([path]) { Configuration = configuration }));
            foreach (var problem in reading.Problems)
                terminal.Write(problem);
            if (reading.Product is not { } product)
            {
                exitCode = (int)reading.Outcome;
                return null;
            }
            found.AddRange(product.Projects.Select(static project => project.Files.First(static file => file.Role is ProductFileRole.Attestation or ProductFileRole.Bundle).Path));
            leftOut.AddRange(product.LeftOut);
        }
        return new(found.ToImmutable(), leftOut.ToImmutable());
    }

    // One that holds artifacts, or whose securebuild folder does, is a build's own.
    static bool IsFolderOfMany(string path) => Directory.Exists(path) && !SubmissionFiles.IsPackage(path)
        && !new[] { path, Path.Combine(path, "securebuild") }.Where(Directory.Exists).Any(static folder => Directory.EnumerateFiles(folder, "*" + AttestationFiles.StatementsSuffix).Any());
}
