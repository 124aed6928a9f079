using System.Collections.Immutable;
using SecureBuild.Sbom;
using SecureBuild.Vulnerabilities;

namespace SecureBuild.Verification.Vex;

/// <summary>
/// The VEX documents of a delivery, and which of its bills of materials they are about. They change after the delivery and say what their author says, so they are told and held neither
/// for nor against it.
/// </summary>
static class VexNotes
{
    static readonly string[] s_names = ["vex.json", "openvex.json"];

    /// <summary>All of them, in the order of their names.</summary>
    /// <param name="folders">Where to look, and under which name; not below.</param>
    public static ImmutableArray<VexNote> Of(IEnumerable<VexFolder> folders)
    {
        VexFolder[] places = [.. folders.DistinctBy(static folder => folder.Path, StringComparer.Ordinal)];
        var files = places.SelectMany(static folder => folder.Files).ToArray();
        var documents = files.Where(static file => IsVex(Path.GetFileName(file.Path))).OrderBy(static file => file.Name, StringComparer.Ordinal).ToArray();
        if (documents.Length == 0)
            return [];
        var boms = files.Where(static file => DeliveredSboms.IsSbom(Path.GetFileName(file.Path))).OrderBy(static file => file.Name, StringComparer.Ordinal).Select(DeliveredBom.Read).OfType<DeliveredBom>().ToArray();
        return [.. documents.Select(file => Note(file, boms))];
    }

    static bool IsVex(string name) =>
        VexFormat.All.Any(format => name.EndsWith(format.Suffix, StringComparison.OrdinalIgnoreCase)) || s_names.Contains(name, StringComparer.OrdinalIgnoreCase);

    static VexNote Note(VexFile file, DeliveredBom[] boms)
    {
        var unheld = new CheckLog();
        try
        {
            if (BoundedFile.ReadJson(file.Path, unheld) is not { } root)
                return new(file.Name) { Problem = Refusal(file, unheld.Report.Problems[0].Code) };
            var vex = ReadVex.Of(root);
            var links = vex.Links.Concat(vex.Subjects.Where(static subject => BomLink.IsLink(subject)).Select(static subject => new ReadLink(subject, null)))
                .GroupBy(static link => link.Link.Split('#')[0], StringComparer.OrdinalIgnoreCase).OrderBy(static group => group.Key, StringComparer.Ordinal);
            return new(file.Name)
            {
                Format = vex.Format,
                Author = vex.Author,
                Timestamp = vex.Timestamp,
                Statuses = vex.Statuses.CountBy(static status => status).ToImmutableSortedDictionary(StringComparer.Ordinal),
                Boms = [.. links.Select(group => Linked(group.Key, group.Select(static link => link.Sha256).FirstOrDefault(static digest => digest is not null), boms))],
                Unmatched = [.. vex.Subjects.Where(subject => !boms.Any(bom => bom.Has(subject)))],
            };
        }
        catch (ShapeException e)
        {
            return new(file.Name) { Problem = Refusal(file, string.Join('/', e.Path)) };
        }
    }

    // The code of what is wrong with the file, or the member that has not the shape it must have.
    static Problem Refusal(VexFile file, string why) => Messages.Warning("SB9542", file.Path, 0, 0, file.Name, why);

    static LinkedBom Linked(string link, string? sha256, DeliveredBom[] boms)
    {
        var bom = boms.FirstOrDefault(bom => link.Equals(bom.Link, StringComparison.OrdinalIgnoreCase));
        if (bom is null)
            return boms.FirstOrDefault(other => other.Link is { } known && known.Split('/')[0].Equals(link.Split('/')[0], StringComparison.OrdinalIgnoreCase)) is { } other
                ? new(link, LinkedBomState.OtherVersion, other.Name, other.Sha256, LinkedBomDigest.NotGiven)
                : new(link, LinkedBomState.NotDelivered, null, null, LinkedBomDigest.NotGiven);
        return new(link, LinkedBomState.Delivered, bom.Name, bom.Sha256,
            sha256 is null ? LinkedBomDigest.NotGiven : sha256.Equals(bom.Sha256, StringComparison.OrdinalIgnoreCase) ? LinkedBomDigest.Matches : LinkedBomDigest.Differs);
    }
}

/// <summary>A folder of a delivery.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Root">What names of its files are relative to.</param>
sealed record VexFolder(string Path, string Root)
{
    /// <summary>Its files; none where it cannot be read, which other checks say.</summary>
    public IEnumerable<VexFile> Files => Directory.Exists(Path)
        ? Directory.EnumerateFiles(Path).Select(file => new VexFile(file, System.IO.Path.GetRelativePath(Root, file).Replace('\\', '/'))) : [];
}

/// <summary>A file of a delivery, and how it is called there.</summary>
sealed record VexFile(string Path, string Name);
