using System.Collections.Immutable;

namespace SecureBuild.Configuration;

/// <summary>Finds and reads <c>securebuild.json</c>: JSON with comments and trailing commas.</summary>
public static class ProjectConfigurationFile
{
    /// <summary>The file's name.</summary>
    public const string Name = "securebuild.json";

    /// <summary>The name under which <c>securebuild init</c> writes <see cref="Schema"/> beside it.</summary>
    public const string SchemaName = "securebuild.schema.json";

    /// <summary>The JSON schema (draft 2020-12) for editor completion.</summary>
    public static string Schema { get; } = EmbeddedText("SecureBuild.Configuration.securebuild.schema.json");

    /// <summary>
    /// Reads the file. Mistakes come back as problems SB91xx with line and column; whatever is good is still used, except that a statement
    /// with any mistake in it is left out whole: half of it could say more than the person did.
    /// </summary>
    /// <param name="path">Absolute path; it is repeated in the problems.</param>
    public static ConfigurationResult Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null, [Messages.Error("SB9100", path)]);
        }
        return Read(path, bytes);
    }

    /// <inheritdoc cref="Read(string)"/>
    public static ConfigurationResult Read(string path, ReadOnlySpan<byte> bytes)
    {
        var document = LocatedJson.Parse(bytes);
        var mistakes = new Mistakes(path, document.Text);
        var reader = new ConfigurationReader(mistakes, Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".");
        var configuration = reader.Read(document.Root, Digest.Sha256(bytes));
        if (document.BrokenAt is { } offset)
            mistakes.Add("SB9101", offset, Excerpt(document.Text, offset));
        return new(configuration, [.. mistakes.InOrder(), .. reader.FurtherProblems]);
    }

    /// <summary>The nearest <c>securebuild.json</c> in a folder or above it.</summary>
    /// <param name="directory">Where to begin, absolute.</param>
    /// <param name="stopAt">The last folder to look into, normally the repository's root; when it is not above <paramref name="directory"/>, only that is looked into.</param>
    /// <returns>Its absolute path, or null.</returns>
    public static string? FindAbove(string directory, string stopAt)
    {
        var last = Path.TrimEndingDirectorySeparator(Path.GetFullPath(stopAt));
        var start = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        var comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        if (!start.Equals(last, comparison) && !start.StartsWith(Path.EndsInDirectorySeparator(last) ? last : last + Path.DirectorySeparatorChar, comparison))
            last = start;
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var file = Path.Combine(folder, Name);
            if (File.Exists(file))
                return file;
            if (folder.Equals(last, comparison))
                return null;
        }
        return null;
    }

    static string Excerpt(string text, int offset)
    {
        var rest = text.AsSpan(Math.Min(offset, text.Length)).TrimStart();
        var end = rest.IndexOfAny('\r', '\n');
        var line = end < 0 ? rest : rest[..end];
        return line.IsEmpty ? Messages.Text("EndOfFile") : line.Length <= 24 ? line.ToString() : $"{line[..24]}…";
    }

    static string EmbeddedText(string name)
    {
        using var reader = new StreamReader(typeof(ProjectConfigurationFile).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
