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
