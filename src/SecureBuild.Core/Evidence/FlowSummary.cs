using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.Json;

namespace SecureBuild.Evidence;

/// <summary>
/// The side file that tells the analysis of referencing projects what this project's methods do with what they are given. The rule SB0004 put its lines into the compiler's log;
/// the format is described beside the analyzers' models.
/// </summary>
public static class FlowSummary
{
    /// <summary>The rule whose entry in the log carries the lines.</summary>
    public const string Rule = "SB0004";

    /// <summary>Writes the file, unless it says the same already: those who read it would be compiled anew. Where the log has no summary there is no file.</summary>
    /// <param name="sarifFile">The compiler's log.</param>
    /// <param name="assembly">The assembly that referencing projects are compiled against.</param>
    /// <param name="path">Absolute path of the side file.</param>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static void Write(string sarifFile, string assembly, string path)
    {
        if (Lines(sarifFile) is not { } lines)
        {
            File.Delete(path);
            return;
        }
        var body = Encoding.UTF8.GetBytes(lines.Length == 0 ? "" : lines + "\n");
        var (name, mvid) = Identity(assembly);
        byte[] bytes = [.. Encoding.UTF8.GetBytes($"# SecureBuild flow summary 1\n# assembly: {name}\n# mvid: {mvid:D}\n# sha256: {Digest.Sha256(body)}\n"), .. body];
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            AtomicFile.Write(path, bytes, durable: false);
    }

    static string? Lines(string sarifFile)
    {
        try
        {
            using var stream = JsonBytes.Open(sarifFile);
            using var log = JsonBytes.Parse(stream);
            foreach (var run in log.RootElement.Items("runs"))
                foreach (var result in run.Items("results"))
                    if (result.Text("ruleId") == Rule)
                        return result.Member("properties")?.Member("customProperties")?.Text("FlowSummary");
        }
        catch (Exception e) when (e is JsonException or FileNotFoundException)
        {
            // The evidence says so of the log; here there is nothing to tell.
        }
        return null;
    }

    static (string Name, Guid Mvid) Identity(string assembly)
    {
        using var reader = new PEReader(File.OpenRead(assembly));
        var metadata = reader.GetMetadataReader();
        return (metadata.GetString(metadata.GetAssemblyDefinition().Name), metadata.GetGuid(metadata.GetModuleDefinition().Mvid));
    }
}
