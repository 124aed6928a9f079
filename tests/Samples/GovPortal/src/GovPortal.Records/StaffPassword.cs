using System.Security.Cryptography;

namespace GovPortal.Records;

/// <summary>Derives what is stored for a staff password.</summary>
public static class StaffPassword
{
    public static byte[] Derive(string password, byte[] salt)
    {
        using var derivation = new Rfc2898DeriveBytes(password, salt, 1000); // expect: SB2006
        return derivation.GetBytes(32);
    }

#if NET
    public static byte[] DeriveNow(string password, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32);
#endif
}
