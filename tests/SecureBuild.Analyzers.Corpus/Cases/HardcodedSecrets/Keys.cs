using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Shop.Keys;

public class Encryption(IConfiguration configuration)
{
    // [Bad CWE-321] bytes of a text
    public byte[] Encrypt(byte[] data, byte[] iv)
    {
        using var aes = Aes.Create();
        aes.Key = Encoding.UTF8.GetBytes("kZ83hf02mXq71LpW");
        return aes.EncryptCbc(data, iv);
    }

    // [Good CWE-321] bytes from the configuration
    public byte[] EncryptConfigured(byte[] data, byte[] iv)
    {
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(configuration["Encryption:Key"]!);
        return aes.EncryptCbc(data, iv);
    }

    // [Bad CWE-321] an array
    public HMACSHA256 Mac() => new(new byte[] { 0x3f, 0x91, 0x22, 0xa7, 0x5c, 0x08, 0xee, 0x41, 0x6d, 0x13, 0x9b, 0x70, 0x2a, 0xc4, 0x88, 0x57 });

    // [Good CWE-321] a random key
    public HMACSHA256 RandomMac() => new(RandomNumberGenerator.GetBytes(32));

    // [Bad CWE-321] in base 64
    public AesGcm Gcm()
    {
        var key = Convert.FromBase64String("q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=");
        return new AesGcm(key, 16);
    }

    // [Good CWE-321] the key comes as an argument
    public AesGcm GcmOf(byte[] key) => new(key, 16);

    // [Bad CWE-321] the second argument of the encryptor is for the vector, the first for the key
    public ICryptoTransform Transform(byte[] iv)
    {
        byte[] secret = Encoding.ASCII.GetBytes("0123456789abcdef");
        return Aes.Create().CreateEncryptor(secret, iv);
    }

    // [Good CWE-321] the key is derived from what the user types
    public byte[] FromPassphrase(string passphrase, byte[] salt)
    {
        using var aes = Aes.Create();
        aes.Key = Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, 600_000, HashAlgorithmName.SHA256, 32);
        return aes.Key;
    }

    // [Bad CWE-321] the key of tokens
    public SigningCredentials Credentials() =>
        new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes("this-is-my-super-long-signing-key-2024")), "HS256");

    // [Good CWE-321] the key of tokens, configured
    public SigningCredentials ConfiguredCredentials()
    {
        var secret = configuration["Jwt:SigningKey"] ?? throw new InvalidOperationException();
        return new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)), "HS256");
    }

    // [Bad CWE-321] hexadecimal
    public byte[] Authenticate(byte[] data) => HMACSHA512.HashData(Convert.FromHexString("8f14e45fceea167a5a36dedd4bea2543c9f0f895fb98ab9159f51fd0297e236d"), data);

    // [Good CWE-321] a known digest that is compared with
    public bool IsKnownRelease(byte[] file) =>
        SHA256.HashData(file).AsSpan().SequenceEqual(Convert.FromHexString("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));

    // [Bad CWE-321] a private key in PEM
    public RSA PrivateKey()
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem("""
            -----BEGIN RSA PRIVATE KEY-----
            MIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Qu
            KUpRKfFLfRYC9AIKjbJTWit+CqvjWYzvQwECAwEAAQJAIJLixBy2qpFoS4DSmoEm
            o3qGy0t6z09AIJtH+5OeRV1be+N4cDYJKffGzDa88vQENZiRm0GRq6a+HPGQMd2k
            -----END RSA PRIVATE KEY-----
            """);
        return rsa;
    }

    // [Good CWE-321] a public key in PEM
    public RSA PublicKey()
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem("""
            -----BEGIN PUBLIC KEY-----
            MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf
            9Cnzj4p4WGeKLs1Pt8QuKUpRKfFLfRYC9AIKjbJTWit+CqvjWYzvQwECAwEAAQ==
            -----END PUBLIC KEY-----
            """);
        return rsa;
    }
}

// [Bad CWE-321] a static field is the key of every message
public class Messages
{
    private static readonly byte[] s_key = "Yw8d-22kx-Lq0a-11"u8.ToArray();

    public byte[] Tag(byte[] data) => HMACSHA256.HashData(s_key, data);
}

// [Good CWE-321] a static field with the magic number of a file format
public class Format
{
    private static readonly byte[] s_magic = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

    public bool Matches(byte[] data) => data.AsSpan().StartsWith(s_magic);
}

// [Good CWE-321] keys of dictionaries are not secret
public static class Keys
{
    public const string CacheKey = "product-list-by-category-and-page";
    public const string SessionKey = "ShoppingCartItems_v2";
    public const string PrimaryKey = "PK_Orders_Customer";
    public static readonly string RegistryKey = @"SOFTWARE\Contoso\Shop\Settings";
}
