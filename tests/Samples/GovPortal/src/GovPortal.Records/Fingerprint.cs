using System.Security.Cryptography;

namespace GovPortal.Records;

/// <summary>Fingerprints of attachments.</summary>
public static class Fingerprint
{
    public static byte[] Legacy(byte[] attachment)
    {
        using var hash = MD5.Create(); // expect: SB2001
        return hash.ComputeHash(attachment);
    }

    public static byte[] Current(byte[] attachment)
    {
        using var hash = SHA256.Create();
        return hash.ComputeHash(attachment);
    }
}
