using System.Security.Cryptography;

namespace Shop.Ciphers;

public class Vault
{
    private readonly byte[] _key;

    public Vault(byte[] key) => _key = key;

    // [Bad CWE-327] DES
    public byte[] Protect(byte[] data)
    {
        using var des = DES.Create();
        des.Key = _key;
        des.GenerateIV();
        using var encryptor = des.CreateEncryptor();
        return [.. des.IV, .. encryptor.TransformFinalBlock(data, 0, data.Length)];
    }

    // [Good CWE-327] AES with a fresh vector, authenticated elsewhere
    public byte[] ProtectWithAes(byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = _key;
        aes.GenerateIV();
        return [.. aes.IV, .. aes.EncryptCbc(data, aes.IV)];
    }

    // [Bad CWE-327] Triple DES
    public ICryptoTransform Encryptor(byte[] iv)
    {
        var algorithm = TripleDES.Create();
        return algorithm.CreateEncryptor(_key, iv);
    }

    // [Bad CWE-327] RC2 of the .NET Framework
    public SymmetricAlgorithm Legacy() => new RC2CryptoServiceProvider { Key = _key };

    // [Bad CWE-327] the cipher by its name
    public SymmetricAlgorithm Named() => SymmetricAlgorithm.Create("TripleDES")!;

    // [Good CWE-327] AES by its name
    public SymmetricAlgorithm NamedAes() => SymmetricAlgorithm.Create("AesManaged")!;

    // [Good CWE-327] authenticated encryption with a fresh nonce
    public byte[] Seal(byte[] plain)
    {
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var cipher = new byte[plain.Length];
        var tag = new byte[16];
        using var gcm = new AesGcm(_key, tag.Length);
        gcm.Encrypt(nonce, plain, cipher, tag);
        return [.. nonce, .. tag, .. cipher];
    }

    // [Bad CWE-327] the electronic code book
    public byte[] Blocks(byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = _key;
        aes.Mode = CipherMode.ECB;
        aes.Padding = PaddingMode.PKCS7;
        return aes.CreateEncryptor().TransformFinalBlock(data, 0, data.Length);
    }

    // [Bad CWE-327] the electronic code book in one call
    public byte[] OneCall(byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = _key;
        return aes.EncryptEcb(data, PaddingMode.PKCS7);
    }

    // [Good CWE-327] the mode is written and is a chaining one
    public byte[] Chained(byte[] data, byte[] iv)
    {
        using var aes = Aes.Create();
        aes.Key = _key;
        aes.Mode = CipherMode.CBC;
        aes.IV = iv;
        return aes.CreateEncryptor().TransformFinalBlock(data, 0, data.Length);
    }

    // [Bad CWE-327] an initialiser sets the weak mode
    public Aes Configured()
    {
        var aes = new AesManaged { Key = _key, KeySize = 256, Mode = CipherMode.ECB };
        return aes;
    }

    // [Bad CWE-327] a conditional leaves the weak mode to one kind of customer
    public void Select(Aes aes, bool legacyPartner) => aes.Mode = legacyPartner ? CipherMode.ECB : CipherMode.CBC;

    // [Good CWE-327] the mode is only asked for, to be refused
    public void Accept(SymmetricAlgorithm algorithm)
    {
        if (algorithm.Mode == CipherMode.ECB)
            throw new CryptographicException("This mode is not accepted.");
        algorithm.GenerateIV();
    }

    // [Good CWE-327] ChaCha20 with Poly1305
    public void Stream(ReadOnlySpan<byte> plain, Span<byte> cipher, Span<byte> tag, Span<byte> nonce)
    {
        RandomNumberGenerator.Fill(nonce);
        using var chacha = new ChaCha20Poly1305(_key);
        chacha.Encrypt(nonce, plain, cipher, tag);
    }
}

// [Bad CWE-327] a base class takes the cipher that the derived one chose
public class ArchiveVault : FileVault
{
    public ArchiveVault() : base(new DESCryptoServiceProvider()) { }
}

// [Good CWE-327] a base class that is handed AES
public class BackupVault : FileVault
{
    public BackupVault() : base(Aes.Create()) { }
}

public abstract class FileVault(SymmetricAlgorithm algorithm)
{
    public Stream Open(string path) => new CryptoStream(File.Create(path), algorithm.CreateEncryptor(), CryptoStreamMode.Write);
}

// [Good CWE-327] a design package of ours has a class DES
public static class Drawings
{
    public sealed class DES { public static DES Create() => new(); public string Title { get; set; } = ""; }

    public static string Title() => DES.Create().Title;
}

// [Bad CWE-327] a factory that a dictionary holds
public static class Algorithms
{
    private static readonly Dictionary<string, Func<SymmetricAlgorithm>> s_known = new()
    {
        ["3des"] = () => TripleDES.Create(),
        ["aes"] = Aes.Create,
    };

    public static SymmetricAlgorithm Of(string name) => s_known[name]();
}

// [Good CWE-327] the same dictionary without the old one
public static class CurrentAlgorithms
{
    private static readonly Dictionary<string, Func<SymmetricAlgorithm>> s_known = new()
    {
        ["aes"] = Aes.Create,
    };

    public static SymmetricAlgorithm Of(string name) => s_known[name]();
}
