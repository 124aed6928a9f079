using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecureBuild.Evidence;

/// <summary>The compile record as a file.</summary>
public static class CompileRecords
{
    /// <summary>Makes the record of the compiler run that just ended.</summary>
    /// <exception cref="IOException">The assembly cannot be read.</exception>
    public static CompileRecord Of(string compiledAssembly, string? sarifFile, Clock clock) =>
        new(Digest.Sha256OfFile(compiledAssembly), sarifFile is not null && File.Exists(sarifFile) ? Digest.Sha256OfFile(sarifFile) : null, clock.Now);

    /// <summary><c>{ assemblySha256, sarifSha256, time }</c>.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, CompileRecord record) => AtomicFile.Write(path, CanonicalJson.Indented(new JsonObject
    {
        ["assemblySha256"] = record.AssemblySha256,
        ["sarifSha256"] = record.SarifSha256,
        ["time"] = Clock.Format(record.Time),
    }), durable: false);

    /// <summary>The record, or null where there is none or it is not one (half written by something else, edited).</summary>
    public static CompileRecord? Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), CanonicalJson.Own);
            var root = document.RootElement;
            return root.GetProperty("assemblySha256").GetString() is { Length: 64 } assembly
                && DateTimeOffset.TryParse(root.GetProperty("time").GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? new(assembly, root.GetProperty("sarifSha256").GetString(), time.ToUniversalTime())
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
