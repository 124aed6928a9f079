namespace SecureBuild.Verification;

/// <summary>Programs that lie beside the attested files and that neither a statement nor a bill of materials gives a digest of: nothing is known of them, and that is said.</summary>
sealed class BesideCheck(CheckLog log)
{
    static readonly string[] s_programs = [".dll", ".exe", ".so", ".dylib"];

    /// <param name="artifacts">The artifact folder; programs lie in the folder above it.</param>
    /// <param name="delivered">Names, relative to the folder above, of the files that are accounted for.</param>
    public void Check(string artifacts, IReadOnlySet<string> delivered)
    {
        if (Path.GetDirectoryName(artifacts) is not { } output)
            return;
        var strangers = Directory.EnumerateFiles(output).Select(file => Path.GetFileName(file))
            .Where(name => s_programs.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) && !delivered.Contains(name))
            .Order(StringComparer.Ordinal).ToArray();
        if (strangers.Length > 0)
            log.Skip("beside", output, "beside_unknown", strangers.Length, string.Join(", ", strangers.Take(5)) + (strangers.Length > 5 ? " …" : ""));
    }
}
