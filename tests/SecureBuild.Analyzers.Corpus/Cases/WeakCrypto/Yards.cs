// Choices that stand in tables, settings, type arguments and constants.
using System.Security.Cryptography;
using System.Text;

namespace Corpus.WeakCrypto.Yards;

// [Bad CWE-916] one of the levels is too cheap
public sealed class Levels
{
    static readonly Dictionary<string, int> s_rounds = new() { ["fast"] = 1_000, ["slow"] = 600_000 };

    public byte[] Derive(string level, string password, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(password, salt, s_rounds[level], HashAlgorithmName.SHA256, 32);
}

// [Good CWE-916] the level that is taken is expensive
public sealed class SlowLevel
{
    static readonly Dictionary<string, int> s_rounds = new() { ["fast"] = 1_000, ["slow"] = 600_000 };

    public byte[] Derive(string password, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(password, salt, s_rounds["slow"], HashAlgorithmName.SHA256, 32);
}

// [Bad CWE-327] the mode is a setting's default
public sealed class VaultOptions
{
    public CipherMode Mode { get; set; } = CipherMode.ECB;
    public int KeySize { get; set; } = 256;
}

// [same case]
public sealed class OptionVault(VaultOptions options, byte[] key)
{
    public ICryptoTransform Encryptor()
    {
        var aes = Aes.Create();
        aes.KeySize = options.KeySize;
        aes.Key = key;
        aes.Mode = options.Mode;
        return aes.CreateEncryptor();
    }
}

// [Good CWE-327] the mode is a setting's default, a good one
public sealed class GoodVaultOptions
{
    public CipherMode Mode { get; set; } = CipherMode.CBC;
}

// [same case]
public sealed class GoodOptionVault(GoodVaultOptions options, byte[] key)
{
    public ICryptoTransform Encryptor()
    {
        var aes = Aes.Create();
        aes.Key = key;
        aes.GenerateIV();
        aes.Mode = options.Mode;
        return aes.CreateEncryptor();
    }
}

// [Good CWE-327] a strong cipher as type argument
public sealed class Sealing<TCipher> where TCipher : SymmetricAlgorithm, new()
{
    public byte[] Seal(byte[] data, byte[] key)
    {
        using var cipher = new TCipher();
        cipher.Key = key;
        cipher.GenerateIV();
        using var encryptor = cipher.CreateEncryptor();
        return [.. cipher.IV, .. encryptor.TransformFinalBlock(data, 0, data.Length)];
    }
}

// [same case]
public sealed class OrderSealing
{
    readonly Sealing<AesCng> _sealing = new();

    public byte[] Seal(byte[] order, byte[] key) => _sealing.Seal(order, key);
}

// [Bad CWE-327] registered for whoever wants a cipher
public static class Registration
{
#pragma warning disable SYSLIB0021
    public static void Add(IServiceCollection services) => services.AddTransient<SymmetricAlgorithm, DESCryptoServiceProvider>();
#pragma warning restore SYSLIB0021
}

// [Good CWE-327] never taken: the constant is false
public static class Switches
{
    public const bool UseLegacyCipher = false;
}

// [same case]
public sealed class SwitchedCipher
{
#pragma warning disable CS0162
    public SymmetricAlgorithm Create() => Switches.UseLegacyCipher ? DES.Create() : Aes.Create();
#pragma warning restore CS0162
}

// [Bad CWE-327] always taken: the constant is true
public sealed class AlwaysLegacy
{
    const bool Legacy = true;

    public SymmetricAlgorithm Create()
    {
#pragma warning disable CS0162
        if (!Legacy)
            return Aes.Create();
        return RC2.Create();
#pragma warning restore CS0162
    }
}

// [Bad CWE-328] the hash of the password reset by a helper of extensions
public static class TextExtensions
{
    public static string ToMd5(this string text) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(text)));
}

// [Good CWE-328] the same with SHA-256
public static class StrongTextExtensions
{
    public static string ToSha256(this string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

// [Bad CWE-916] cost by a constant of the class
public sealed class Hasher
{
    const int WorkFactor = 6;

    public string Hash(string password) => BCrypt.Net.BCrypt.HashPassword(password, WorkFactor);

    public bool Check(string password, string hash) => BCrypt.Net.BCrypt.Verify(password, hash);
}

// [Good CWE-916] the library's own cost
public sealed class DefaultHasher
{
    public string Hash(string password) => BCrypt.Net.BCrypt.HashPassword(password);
}

// [Bad CWE-323] a counter that starts anew with each object is used with one key
public sealed class CounterNonce(byte[] key)
{
    public byte[] Seal(byte[] message)
    {
        var nonce = new byte[12];
        var text = new byte[message.Length];
        var tag = new byte[16];
        using var gcm = new AesGcm(key, 16);
        gcm.Encrypt(nonce, message, text, tag);
        return [.. tag, .. text];
    }
}

// [Bad CWE-760] the salt by string
public sealed class StringSalt
{
    public byte[] Derive(string password)
    {
        var salt = Encoding.ASCII.GetBytes("s@1tValue");
        using var derive = new Rfc2898DeriveBytes(password, salt, 600_000, HashAlgorithmName.SHA256);
        return derive.GetBytes(32);
    }
}

// [Bad CWE-326] RSA by the size of a setting's default
public sealed class KeyOptions { public int Size { get; init; } = 1024; }

// [same case]
public sealed class KeyMaker(KeyOptions options)
{
    public RSA Create() => RSA.Create(options.Size);
}

// [Good CWE-329] the vector is the random start of the message
public sealed class StreamOpener(byte[] key)
{
    public Stream Open(Stream source)
    {
        var vector = new byte[16];
        source.ReadExactly(vector);
        var aes = Aes.Create();
        return new CryptoStream(source, aes.CreateDecryptor(key, vector), CryptoStreamMode.Read);
    }
}
