using System.Buffers;
using System.Text;

namespace SecureBuild.Sbom;

/// <summary>
/// A serial number that is a function of the content: RFC 9562 version 8 over SHA-256 (its appendix B.2). Version 5 would do the same over SHA-1,
/// which we tell others not to use.
/// </summary>
static class SerialNumber
{
    static readonly byte[] s_space = Encoding.UTF8.GetBytes(Identity.Site + "/sbom/serial-number/v1\n");

    /// <summary><c>urn:uuid:…</c> of a document that has neither serial number nor time.</summary>
    public static string Of(Bom bom)
    {
        using var document = new HashedBytes();
        document.Write(s_space);
        CycloneDxJson.Compact(document, bom);
        return Of(document.Sha256());
    }

    /// <summary>Stands in a document until <see cref="Put"/>.</summary>
    public const string Pending = "urn:uuid:00000000-0000-0000-0000-000000000000";

    /// <summary>
    /// The same of a document that is written already, with <see cref="Pending"/> and with its time, and puts it there: a large document is written once and not once more to be named.
    /// What it is derived from are the same bytes as above: the lines without what only people need, and without these two members.
    /// </summary>
    /// <param name="document">From <see cref="CycloneDxJson.Indented"/>.</param>
    public static string Put(Span<byte> document)
    {
        using var content = new HashedBytes();
        content.Write(s_space);
        var pending = Span<byte>.Empty;
        var timed = false;
        for (var rest = document; !rest.IsEmpty;)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (pending.IsEmpty && line.StartsWith("  \"serialNumber\": \""u8))
                pending = line["  \"serialNumber\": \"".Length..][..Pending.Length];
            else if (!timed && line.StartsWith("    \"timestamp\": \""u8))
                timed = true;
            else
                WriteCompact(content, line.TrimStart((byte)' '));
        }
        var serial = Of(content.Sha256());
        Encoding.ASCII.GetBytes(serial, pending);
        return serial;
    }

    // In one line a member has no space behind its colon. What is in a text stays.
    static void WriteCompact(HashedBytes content, ReadOnlySpan<byte> line)
    {
        if (line is [(byte)'"', .. var name])
        {
            var length = name.IndexOf((byte)'"');
            while (length > 0 && name[length - 1] == '\\' && IsEscaped(name[..length]))
                length += 1 + name[(length + 1)..].IndexOf((byte)'"');
            if (name[(length + 1)..].StartsWith(": "u8))
            {
                content.Write(line[..(length + 3)]);
                line = line[(length + 4)..];
            }
        }
        content.Write(line);
    }

    static bool IsEscaped(ReadOnlySpan<byte> before) => (before.Length - before.TrimEnd((byte)'\\').Length) % 2 == 1;

    /// <summary>The same of a document that no model of ours stands for.</summary>
    public static string Of(byte[] document)
    {
        using var name = new HashedBytes();
        name.Write(s_space);
        name.Write(document);
        return Of(name.Sha256());
    }

    static string Of(ReadOnlySpan<char> hex)
    {
        // Version 8 in the 13th digit; variant 10 in the two upper bits of the 17th.
        var variant = "89ab"[Convert.ToInt32(hex[16].ToString(), 16) & 3];
        return $"urn:uuid:{hex[..8]}-{hex[8..12]}-8{hex[13..16]}-{variant}{hex[17..20]}-{hex[20..32]}";
    }
}
