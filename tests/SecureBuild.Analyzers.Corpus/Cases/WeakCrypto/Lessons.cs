// Cryptography in the style of lessons and answers.
using System.Security.Cryptography;
using System.Text;

namespace Corpus.WeakCrypto.Lessons;

// [Bad CWE-327] the managed class of Rijndael with everything wrong
public static class StringCipher
{
#pragma warning disable SYSLIB0022
    public static string Encrypt(string plain, string pass)
    {
        var key = Encoding.ASCII.GetBytes(pass.PadRight(32).Substring(0, 32));
        using var cipher = new RijndaelManaged { Key = key, Mode = CipherMode.ECB, Padding = PaddingMode.Zeros };
        using var encryptor = cipher.CreateEncryptor();
        var bytes = Encoding.UTF8.GetBytes(plain);
        return Convert.ToBase64String(encryptor.TransformFinalBlock(bytes, 0, bytes.Length));
    }
#pragma warning restore
}

// [Bad CWE-329] the vector is what an array has in the beginning
public static class Beginner
{
    public static byte[] Encrypt(byte[] key, string text)
    {
        using Aes aes = Aes.Create();
        aes.Key = key;
        aes.IV = new byte[aes.BlockSize / 8];
        using MemoryStream memory = new();
        using (CryptoStream crypto = new(memory, aes.CreateEncryptor(), CryptoStreamMode.Write))
        using (StreamWriter writer = new(crypto))
            writer.Write(text);
        return memory.ToArray();
    }
}

// [Good CWE-329] the vector is written before the text
public static class Advanced
{
    public static byte[] Encrypt(byte[] key, string text)
    {
        using Aes aes = Aes.Create();
        aes.Key = key;
        using MemoryStream memory = new();
        memory.Write(aes.IV, 0, aes.IV.Length);
        using (CryptoStream crypto = new(memory, aes.CreateEncryptor(), CryptoStreamMode.Write))
        using (StreamWriter writer = new(crypto))
            writer.Write(text);
        return memory.ToArray();
    }

    public static string Decrypt(byte[] key, byte[] message)
    {
        using Aes aes = Aes.Create();
        aes.Key = key;
        var iv = new byte[16];
        Array.Copy(message, iv, iv.Length);
        aes.IV = iv;
        using MemoryStream memory = new(message, 16, message.Length - 16);
        using CryptoStream crypto = new(memory, aes.CreateDecryptor(), CryptoStreamMode.Read);
        using StreamReader reader = new(crypto);
        return reader.ReadToEnd();
    }
}

// [Bad CWE-916] a user's password in a repository
public class UserStore
{
    readonly Dictionary<string, string> _users = [];

    public void Add(string name, string password)
    {
        using (var md5 = MD5.Create())
        {
            byte[] hash = md5.ComputeHash(Encoding.UTF8.GetBytes(password));
            StringBuilder builder = new StringBuilder();
            for (int i = 0; i < hash.Length; i++)
                builder.Append(hash[i].ToString("X2"));
            _users[name] = builder.ToString();
        }
    }
}

// [Good CWE-916] a user's password in a repository
public class SafeUserStore
{
    readonly Dictionary<string, (byte[] Salt, byte[] Hash)> _users = [];

    public void Add(string name, string password)
    {
        var salt = new byte[32];
        using (var random = RandomNumberGenerator.Create())
            random.GetNonZeroBytes(salt);
        _users[name] = (salt, Rfc2898DeriveBytes.Pbkdf2(password, salt, 350_000, HashAlgorithmName.SHA512, 64));
    }

    public bool Check(string name, string password) =>
        _users.TryGetValue(name, out var user) && CryptographicOperations.FixedTimeEquals(Rfc2898DeriveBytes.Pbkdf2(password, user.Salt, 350_000, HashAlgorithmName.SHA512, 64), user.Hash);
}

// [Bad CWE-760] a salt from the user's name
public static class UserSalt
{
    public static byte[] Hash(string userName, string password)
    {
        var salt = Encoding.UTF8.GetBytes(userName.ToLowerInvariant().PadRight(16, '#'));
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32);
    }
}

// [Bad CWE-326] RSA as the old constructor makes it
public static class OldRsa
{
    public static string NewKey()
    {
        using var rsa = new RSACryptoServiceProvider(1024);
        return rsa.ToXmlString(true);
    }
}

// [Bad CWE-780] a flag from a field
public sealed class Wrapper
{
    private readonly bool _oaep = false;

    public byte[] Wrap(RSACryptoServiceProvider rsa, byte[] key) => rsa.Encrypt(key, _oaep);
}

// [Good CWE-780] a flag from a field
public sealed class SafeWrapper
{
    private readonly bool _oaep = true;

    public byte[] Wrap(RSACryptoServiceProvider rsa, byte[] key) => rsa.Encrypt(key, _oaep);
}

// [Bad CWE-327] a signature that another one compares, with an algorithm by a dictionary
public static class Algorithms
{
    static readonly Dictionary<string, Func<HashAlgorithm>> s_makers = new()
    {
        ["default"] = SHA1.Create,
        ["strong"] = SHA256.Create,
    };

    public static byte[] Digest(string name, byte[] data)
    {
        using var algorithm = s_makers[name]();
        return algorithm.ComputeHash(data);
    }
}

// [Good CWE-327] algorithms by a dictionary
public static class GoodAlgorithms
{
    static readonly Dictionary<string, Func<HashAlgorithm>> s_makers = new()
    {
        ["default"] = SHA256.Create,
        ["strong"] = SHA512.Create,
    };

    public static byte[] Digest(string name, byte[] data)
    {
        using var algorithm = s_makers[name]();
        return algorithm.ComputeHash(data);
    }
}

// [Bad CWE-323] a counter as a nonce that begins anew
public sealed class Channel(byte[] key)
{
    uint _counter;

    public byte[] Seal(byte[] data)
    {
        var nonce = new byte[12];
        var output = new byte[data.Length];
        var tag = new byte[16];
        using var gcm = new AesGcm(key, 16);
        gcm.Encrypt(nonce, data, output, tag);
        _counter++;
        return [.. tag, .. output];
    }
}

// [Good CWE-323] a counter as a nonce behind a random prefix
public sealed class SafeChannel(byte[] key)
{
    readonly byte[] _prefix = RandomNumberGenerator.GetBytes(8);
    uint _counter;

    public byte[] Seal(byte[] data)
    {
        var nonce = new byte[12];
        _prefix.CopyTo(nonce, 0);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(nonce.AsSpan(8), checked(_counter++));
        var output = new byte[data.Length];
        var tag = new byte[16];
        using var gcm = new AesGcm(key, 16);
        gcm.Encrypt(nonce, data, output, tag);
        return [.. nonce, .. tag, .. output];
    }
}
