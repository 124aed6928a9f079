using System.Buffers.Binary;
using System.Collections.Immutable;

namespace SecureBuild.Vulnerabilities;

/// <summary>What a folder or archive of advisories is, so that "no match" can say: in which data, of which date.</summary>
/// <param name="Sha256">Of a single file, its digest; of several, that of the lines <c>digest  name</c>, ordinal order: what sha256sum prints, hashed.</param>
/// <param name="Newest">The newest change of any advisory; null where there is none.</param>
/// <param name="Advisories">Advisories about NuGet's and npm's packages, without withdrawn ones.</param>
/// <param name="Withdrawn">Withdrawn ones.</param>
/// <param name="Unread">Files that could not be used.</param>
public sealed record AdvisoryData(string Sha256, DateTimeOffset? Newest, int Advisories, int Withdrawn, int Unread);

/// <summary>Advisories by package.</summary>
sealed class AdvisoryIndex(AdvisoryData data, ImmutableArray<UnreadAdvisory> unread, byte[] bytes, int table, int packages)
{
    const int RowLength = 12;

    /// <summary>What the data is.</summary>
    public AdvisoryData Data => data;

    /// <summary>The first files that could not be used.</summary>
    public ImmutableArray<UnreadAdvisory> Unread => unread;

    /// <summary>All advisories about a package, whatever its version.</summary>
    public ImmutableArray<Advisory> About(PackageName package)
    {
        var (key, hash) = (package.Key, AdvisoryIndexFile.Hash(package.Key));
        var (low, high) = (0, packages);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (HashAt(middle) < hash)
                low = middle + 1;
            else
                high = middle;
        }
        for (; low < packages && HashAt(low) == hash; low++)
            if (AdvisoryIndexFile.Decode(bytes, table + (packages * RowLength) + OffsetAt(low), key) is { IsEmpty: false } found)
                return found;
        return [];
    }

    ulong HashAt(int row) => BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(table + (row * RowLength)));

    int OffsetAt(int row) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(table + (row * RowLength) + 8));
}
