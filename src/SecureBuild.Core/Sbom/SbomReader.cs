using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace SecureBuild.Sbom;

/// <summary>A bill of materials that was read.</summary>
/// <param name="Bom">Its content.</param>
/// <param name="Specification">What it is written in: <c>CycloneDX 1.5</c>, <c>SPDX 2.3</c> ….</param>
/// <param name="Notes">What to know about it: what was not carried over, references that lead nowhere, circles.</param>
public sealed record SbomDocument(Bom Bom, string Specification, ImmutableArray<Problem> Notes)
{
    /// <summary>It began with a byte order mark.</summary>
    public bool HasByteOrderMark { get; init; }

    /// <summary>Something stands where a digest belongs, but is none, and was left out.</summary>
    public bool LosesDigests { get; init; }

    /// <summary>Its content with what every format asks for: without a serial number the one that follows from the content, without a time that of the conversion.</summary>
    public Bom Completed(Clock clock)
    {
        var bom = Bom with { SerialNumber = Bom.SerialNumber ?? SerialNumber.Of(Bom with { Metadata = Bom.Metadata with { Timestamp = null } }) };
        return bom.Metadata.Timestamp is not null ? bom : bom with { Metadata = bom.Metadata with { Timestamp = clock.Text } };
    }
}

/// <summary>
/// Reads bills of materials, whoever wrote them: CycloneDX 1.4 to 1.7 JSON, SPDX 2.2 and 2.3 JSON, SPDX 3.0 JSON-LD. Strict, and bounded in size, depth
/// and number of values: the answer is a document or a coded problem with its place.
/// </summary>
public static class SbomReader
{
    /// <summary>Largest file, in bytes (64 MiB): a hundred times the largest seen.</summary>
    public const int LargestFile = 64 << 20;

    /// <summary>Most values and names in one document.</summary>
    public const int MostTokens = 8_000_000;

    const int DeepestNesting = 64;

    static readonly JsonDocumentOptions s_options = new() { MaxDepth = DeepestNesting, AllowDuplicateProperties = false };

    /// <summary>Reads a file.</summary>
    /// <exception cref="ProblemException">It cannot be read (SB9221), or as for <see cref="Read(ReadOnlyMemory{byte}, string)"/>.</exception>
    public static SbomDocument ReadFile(string path)
    {
        try
        {
            using var stream = OrdinaryFile.Open(path);
            using var bytes = new MemoryStream();
            var buffer = new byte[1 << 16];
            while (stream.Read(buffer) is > 0 and var length)
            {
                if (bytes.Length + length > LargestFile)
                    throw Refused("SB9222", path, 0, 0, LargestFile >> 20, MostTokens / 1_000_000);
                bytes.Write(buffer, 0, length);
            }
            return Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ProblemException(Messages.Error("SB9221", path, 0, 0, e.GetType().Name), e);
        }
    }

    /// <summary>Reads a document.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="ProblemException">SB9222 too large, SB9223 not UTF-8, SB9224 not JSON, SB9225 a member twice, SB9226 no format that is read, SB9210 of another shape.</exception>
    public static SbomDocument Read(ReadOnlyMemory<byte> utf8, string? file = null)
    {
        var notes = ImmutableArray.CreateBuilder<Problem>();
        var hasByteOrderMark = utf8.Span.StartsWith("\uFEFF"u8);
        if (hasByteOrderMark)
        {
            utf8 = utf8[3..];
            notes.Add(Messages.Warning("SB9227", file, 1, 1));
        }
        using var document = Parse(utf8, file);
        try
        {
            var losses = new SbomLosses();
            var (bom, specification) = Read(SbomNode.Root(document.RootElement), losses, file);
            if (!losses.IsEmpty)
                notes.Add(Messages.Warning("SB9228", file, 0, 0, losses.ToString()));
            SbomChecks.Check(bom, file, notes);
            return new(bom, specification, notes.ToImmutable()) { HasByteOrderMark = hasByteOrderMark, LosesDigests = losses.Any("hashes", "checksums", "verifiedUsing") };
        }
        catch (ShapeException e)
        {
            var (line, column) = JsonPlace.Of(utf8.Span, e.Path);
            throw new ProblemException(Messages.Error("SB9210", file, line, column, string.Join('/', e.Path)), e);
        }
    }

    static (Bom, string) Read(SbomNode root, SbomLosses losses, string? file)
    {
        if (root.Has("bomFormat"))
            return root.Text("bomFormat") == "CycloneDX" && root.Text("specVersion") is "1.4" or "1.5" or "1.6" or "1.7"
                ? (new CycloneDxReader(losses).Document(root), "CycloneDX " + root.Text("specVersion"))
                : throw Refused("SB9226", file, 1, 1, $"{root.Text("bomFormat")} {root.Text("specVersion")}");
        if (root.Has("spdxVersion"))
            return root.Text("spdxVersion") is "SPDX-2.2" or "SPDX-2.3"
                ? (new Spdx2Reader(losses).Document(root), root.Text("spdxVersion")!.Replace('-', ' '))
                : throw Refused("SB9226", file, 1, 1, root.Text("spdxVersion"));
        if (root.Has("@graph") || root.Has("@context"))
            return root.Text("@context") is "https://spdx.org/rdf/3.0.1/spdx-context.jsonld" or "https://spdx.org/rdf/3.0.0/spdx-context.jsonld"
                ? (new Spdx3Reader(losses).Document(root), root.Text("@context")!.Contains("3.0.1", StringComparison.Ordinal) ? "SPDX 3.0.1" : "SPDX 3.0.0")
                : throw Refused("SB9226", file, 1, 1, root.Text("@context") ?? "JSON-LD");
        throw Refused("SB9226", file, 1, 1, "?");
    }

    static JsonDocument Parse(ReadOnlyMemory<byte> utf8, string? file)
    {
        if (utf8.Length > LargestFile)
            throw Refused("SB9222", file, 0, 0, LargestFile >> 20, MostTokens / 1_000_000);
        if (!Utf8.IsValid(utf8.Span))
        {
            var (line, column) = JsonPlace.At(utf8.Span, InvalidAt(utf8.Span));
            throw Refused("SB9223", file, line, column);
        }
        CheckTokens(utf8.Span, file);
        try
        {
            return JsonDocument.Parse(utf8, s_options);
        }
        catch (JsonException e)
        {
            // All else was looked for before.
            var (line, column, name) = JsonPlace.OfRepeatedMember(utf8.Span) ?? (0, 0, "?");
            throw new ProblemException(Messages.Error("SB9225", file, line, column, name), e);
        }
    }

    /// <summary>Everything that can be wrong with JSON as such, and with its size, before any of it is kept.</summary>
    static void CheckTokens(ReadOnlySpan<byte> utf8, string? file)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = DeepestNesting });
        try
        {
            for (var count = 1; reader.Read(); count++)
            {
                if (count > MostTokens)
                    throw Refused("SB9222", file, 0, 0, LargestFile >> 20, MostTokens / 1_000_000);
                // Half a surrogate pair is well-formed JSON, but no text.
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    reader.GetString();
            }
        }
        catch (JsonException e)
        {
            throw new ProblemException(Messages.Error("SB9224", file, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, DeepestNesting), e);
        }
        catch (InvalidOperationException e)
        {
            var (line, column) = JsonPlace.At(utf8, reader.TokenStartIndex);
            throw new ProblemException(Messages.Error("SB9223", file, line, column), e);
        }
    }

    static int InvalidAt(ReadOnlySpan<byte> utf8)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(utf8[at..], out _, out var length) == OperationStatus.Done)
            at += length;
        return at;
    }

    static ProblemException Refused(string code, string? file, int line, int column, params object?[] arguments) => new(Messages.Error(code, file, line, column, arguments));
}
