using System.Security.Cryptography;

namespace GovPortal.Records;

/// <summary>Encrypts closed cases for the archive.</summary>
public sealed class ArchiveVault
{
    public static SymmetricAlgorithm OfTheOldArchive() => TripleDES.Create(); // expect: SB2002

    public static Aes WithoutChaining(byte[] key)
    {
        var aes = Aes.Create();
        aes.Key = key;
        aes.Mode = CipherMode.ECB; // expect: SB2003
        return aes;
    }

    public static Aes Current(byte[] key)
    {
        var aes = Aes.Create();
        aes.Key = key;
        aes.Mode = CipherMode.CBC;
        return aes;
    }

    public static RSA SealingKey() => new RSACryptoServiceProvider(1024); // expect: SB2004

    public static RSA CurrentSealingKey() => new RSACryptoServiceProvider(3072);
}
