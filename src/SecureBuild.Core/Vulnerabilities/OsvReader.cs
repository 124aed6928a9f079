using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SecureBuild.Sbom;

namespace SecureBuild.Vulnerabilities;

/// <summary>A file in the Open Source Vulnerability format, version 1.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Modified">When it was last changed.</param>
/// <param name="IsWithdrawn">Its authors took it back.</param>
/// <param name="Packages">What it says of packages of the registries that are compared; empty where it is about others.</param>
sealed record OsvFile(string Id, DateTimeOffset Modified, bool IsWithdrawn, ImmutableArray<(PackageName Package, Advisory Advisory)> Packages);

/// <summary>A file of advisories that could not be used, and why.</summary>
/// <param name="File">Its name, relative to the folder; within an archive behind an exclamation mark.</param>
/// <param name="Code">SB9263, SB9264, SB9296, SB9297.</param>
/// <param name="Line">Where, from 1; 0 where unknown.</param>
/// <param name="Column">Where, from 1; 0 where unknown.</param>
/// <param name="Detail">What the message names.</param>
sealed record UnreadAdvisory(string File, string Code, int Line, int Column, string Detail)
{
    /// <summary>As a problem, in the reader's language.</summary>
    public Problem Problem => Messages.Warning(Code, File, Line, Column, Detail);
}

/// <summary>Reads one file. What is no advisory is an <see cref="UnreadAdvisory"/>; nothing is guessed.</summary>
static class OsvReader
{
    /// <summary>Largest file, in bytes (4 MiB).</summary>
    public const int LargestFile = 4 << 20;

    const int MostItems = 20_000;
    const int LongestText = 300;
    const int LongestName = 256;

    static readonly JsonDocumentOptions s_options = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>Reads it.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="file">Its name, for messages.</param>
    public static (OsvFile? Advisory, UnreadAdvisory? Unread) Read(ReadOnlyMemory<byte> utf8, string file)
    {
        if (utf8.Length > LargestFile)
            return (null, new(file, "SB9263", 0, 0, (LargestFile >> 20).ToString(CultureInfo.InvariantCulture) + " MiB"));
        if (utf8.Span.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        try
        {
            using var document = JsonDocument.Parse(utf8, s_options);
            try
            {
                return (Document(SbomNode.Root(document.RootElement)), null);
            }
            catch (ShapeException e)
            {
                var (line, column) = JsonPlace.Of(utf8.Span, e.Path);
                return (null, new(file, "SB9297", line, column, string.Join('/', e.Path)));
            }
        }
        catch (JsonException e)
        {
            return (null, new(file, "SB9296", (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, ""));
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are no UTF-8.
            return (null, new(file, "SB9296", 0, 0, ""));
        }
    }

    static OsvFile Document(SbomNode root)
    {
        var id = Name(root, "id");
        var modified = Time(root, "modified") ?? throw root.Wrong("modified");
        var published = Time(root, "published");
        var withdrawn = Time(root, "withdrawn");
        var aliases = Bounded(root, "aliases", root.Texts("aliases").Distinct(StringComparer.Ordinal).ToImmutableArray());
        if (aliases.Any(alias => alias.Length is 0 or > LongestName))
            throw root.Wrong("aliases");
        var own = root.Object("database_specific");
        var vectors = Vectors(root);
        var summary = root.Filled("summary") is { } text ? Short(text) : null;
        var packages = new Dictionary<string, (PackageName Package, ImmutableArray<AffectedVersions>.Builder Affected, CvssVector? Cvss)>(StringComparer.Ordinal);
        var items = 0;
        foreach (var affected in root.Objects("affected"))
        {
            if (++items > MostItems)
                throw root.Wrong("affected");
            var package = affected.Object("package");
            if (package is null || PackageName.FromOsv(Name(package, "ecosystem"), Name(package, "name")) is not { } name)
                continue;
            if (!packages.TryGetValue(name.Key, out var known))
                packages.Add(name.Key, known = (name, ImmutableArray.CreateBuilder<AffectedVersions>(), Vectors(affected)));
            known.Affected.Add(Versions(affected));
        }
        // Where the database does not say a word, the package's own vector or that of the whole gives it.
        var word = Severities.Of(own is not null && own.Value.TryGetProperty("severity", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null);
        var cwes = own is null ? [] : Cwes(own);
        return new(id, modified, withdrawn is not null,
        [
            .. packages.Values.Select(package => (package.Package, new Advisory(
                id, aliases, summary, word != Severity.Unknown ? word : (package.Cvss ?? vectors)?.Severity ?? Severity.Unknown, package.Cvss ?? vectors, cwes, published, modified)
            {
                Affected = package.Affected.ToImmutable(),
            })),
        ]);
    }

    static AffectedVersions Versions(SbomNode affected)
    {
        var comparable = true;
        var ranges = ImmutableArray.CreateBuilder<AffectedRange>();
        foreach (var range in affected.Objects("ranges"))
        {
            if (range.Required("type") is not ("SEMVER" or "ECOSYSTEM"))
            {
                comparable = false;
                continue;
            }
            var events = ImmutableArray.CreateBuilder<RangeEvent>();
            foreach (var step in range.Objects("events"))
            {
                if (events.Count >= MostItems)
                    throw range.Wrong("events");
                foreach (var (name, kind) in s_events)
                    if (step.Has(name))
                        events.Add(new(kind, Name(step, name)));
            }
            if (events.Count == 0 || events.All(step => step.Kind != RangeEventKind.Introduced))
                throw range.Wrong("events");
            ranges.Add(new(events.ToImmutable()));
            if (ranges.Count > MostItems)
                throw affected.Wrong("ranges");
        }
        var versions = Bounded(affected, "versions", affected.Texts("versions"));
        // Commits beside versions are no gap: the versions say the same.
        return new(versions, ranges.ToImmutable(), comparable || !ranges.ToImmutable().IsEmpty || !versions.IsEmpty);
    }

    static readonly (string Name, RangeEventKind Kind)[] s_events =
        [("introduced", RangeEventKind.Introduced), ("fixed", RangeEventKind.Fixed), ("last_affected", RangeEventKind.LastAffected), ("limit", RangeEventKind.Limit)];

    // The newest that has a sum; otherwise the first.
    static CvssVector? Vectors(SbomNode owner)
    {
        CvssVector? first = null, scored = null;
        foreach (var severity in owner.Objects("severity"))
        {
            if (CvssVector.Of(severity.Required("type"), Name(severity, "score")) is not { } vector)
                continue;
            first ??= vector;
            scored ??= vector.Score is null ? null : vector;
        }
        return scored ?? first;
    }

    static ImmutableArray<int> Cwes(SbomNode own)
    {
        if (!own.Value.TryGetProperty("cwe_ids", out var list) || list.ValueKind != JsonValueKind.Array)
            return [];
        var numbers = new SortedSet<int>();
        foreach (var item in list.EnumerateArray())
            if (item.ValueKind == JsonValueKind.String && item.GetString() is { } text && text.StartsWith("CWE-", StringComparison.Ordinal)
                && int.TryParse(text.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && numbers.Count < 32)
                numbers.Add(number);
        return [.. numbers];
    }

    static ImmutableArray<string> Bounded(SbomNode node, string name, ImmutableArray<string> texts) => texts.Length <= MostItems ? texts : throw node.Wrong(name);

    static string Name(SbomNode node, string name) => node.Required(name) is { Length: > 0 and <= LongestName } text ? text : throw node.Wrong(name);

    static DateTimeOffset? Time(SbomNode node, string name) => node.Text(name) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : throw node.Wrong(name);

    static string Short(string text)
    {
        var line = text.AsSpan().Trim();
        if (line.IndexOfAny(s_lineEnds) is >= 0 and var end)
            line = line[..end];
        if (line.Length <= LongestText)
            return line.ToString();
        // Not through the middle of a character.
        var cut = char.IsHighSurrogate(line[LongestText - 1]) ? LongestText - 1 : LongestText;
        return string.Concat(line[..cut], "…");
    }

    static readonly SearchValues<char> s_lineEnds = SearchValues.Create("\r\n");
}
