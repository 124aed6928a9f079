// Cryptography whose choice is made away from its use.
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Corpus.WeakCrypto.Rooms;

public interface ICipherFactory { SymmetricAlgorithm Create(); }

// [Bad CWE-327] a factory behind an interface makes TripleDES
public sealed class LegacyCipherFactory : ICipherFactory
{
    public SymmetricAlgorithm Create()
    {
        var algorithm = TripleDES.Create();
        algorithm.GenerateIV();
        return algorithm;
    }
}

// [Good CWE-327] the same factory makes AES
public sealed class CurrentCipherFactory : ICipherFactory
{
    public SymmetricAlgorithm Create()
    {
        var algorithm = Aes.Create();
        algorithm.KeySize = 256;
        algorithm.GenerateIV();
        return algorithm;
    }
}

public class VaultOptions
{
    public CipherMode Mode { get; set; } = CipherMode.CBC;
    public PaddingMode Padding { get; set; } = PaddingMode.PKCS7;
}

// [Bad CWE-327] the mode comes from own options, and these are registered as ECB
public class VaultRegistration
{
    public void Register(IServiceCollection services) => services.Configure<VaultOptions>(o => o.Mode = CipherMode.ECB);

    public sealed class Vault(IOptions<VaultOptions> options)
    {
        public byte[] Seal(byte[] key, byte[] data)
        {
            using var aes = Aes.Create();
            aes.Key = key;
            aes.Mode = options.Value.Mode;
            using var encryptor = aes.CreateEncryptor();
            return encryptor.TransformFinalBlock(data, 0, data.Length);
        }
    }
}

// [Bad CWE-326] the length of the key is a constant of another class
public class DocumentSigner
{
    static class Limits
    {
        public const int KeyBits = 1024;
    }

    public byte[] Sign(byte[] document)
    {
        using var rsa = RSA.Create(Limits.KeyBits);
        return rsa.SignData(document, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
    }
}

// [Good CWE-326] the constant is long enough, the 1024 beside it is a buffer
public class DocumentSignerGood
{
    static class Limits
    {
        public const int KeyBits = 3072;
        public const int BufferSize = 1024;
    }

    public byte[] Sign(Stream document)
    {
        using var rsa = RSA.Create(Limits.KeyBits);
        using var buffered = new BufferedStream(document, Limits.BufferSize);
        return rsa.SignData(buffered, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
    }
}

// [Bad CWE-326] a helper's parameter with a default that is too short
public class KeyMaker
{
    public string PublicKey()
    {
        using var rsa = NewKey();
        return rsa.ExportRSAPublicKeyPem();
    }

    static RSA NewKey(int bits = 1024)
    {
        var rsa = RSA.Create();
        rsa.KeySize = bits;
        return rsa;
    }
}

// [Bad CWE-328] the hash is chosen by a switch over versions, and the default is MD5
public class TokenDigest
{
    public string Digest(string sessionToken, int version)
    {
        using HashAlgorithm hash = version switch
        {
            3 => SHA512.Create(),
            2 => SHA256.Create(),
            _ => MD5.Create(),
        };
        return Convert.ToHexString(hash.ComputeHash(Encoding.UTF8.GetBytes(sessionToken)));
    }
}

// [Good CWE-328] MD5 is only the ETag of a static file
public class EtagMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, IWebHostEnvironment environment)
    {
        var file = environment.WebRootFileProvider.GetFileInfo("/logo.png");
        await using var stream = file.CreateReadStream();
        var etag = Convert.ToBase64String(await MD5.HashDataAsync(stream));
        context.Response.Headers.ETag = $"\"{etag}\"";
        await next(context);
    }
}

// [Bad CWE-328] the name of the hash is a field and the signature is made with it
public class WebhookSigner
{
    static readonly HashAlgorithmName s_hash = HashAlgorithmName.SHA1;
    readonly RSA _key = RSA.Create(2048);

    public string Sign(string payload) =>
        Convert.ToBase64String(_key.SignData(Encoding.UTF8.GetBytes(payload), s_hash, RSASignaturePadding.Pkcs1));
}

// [Bad CWE-916] the iteration count has a fallback that is far too low
public class PasswordHasherWithFallback(IConfiguration configuration)
{
    public byte[] Hash(string password, byte[] salt)
    {
        var iterations = configuration.GetValue<int?>("Security:Iterations") ?? 1000;
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA256, 32);
    }
}

// [Good CWE-916] the fallback is the recommended count
public class PasswordHasherWithGoodFallback(IConfiguration configuration)
{
    public byte[] Hash(string password, byte[] salt)
    {
        var iterations = configuration.GetValue<int?>("Security:Iterations") ?? 600_000;
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA256, 32);
    }
}

// [Bad CWE-916] a record of parameters with a low count as its default
public class RecordHasher
{
    public sealed record Parameters(int Iterations = 500, int SaltSize = 16, int KeySize = 32);

    readonly Parameters _parameters = new();

    public byte[] Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(_parameters.SaltSize);
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, _parameters.Iterations, HashAlgorithmName.SHA512, _parameters.KeySize);
    }
}

// [Bad CWE-760] the salt is the application's name
public class ApplicationSalt
{
    const string AppName = "Contoso.Billing";

    public byte[] KeyFor(string passphrase)
    {
        var salt = Encoding.UTF8.GetBytes(AppName);
        return Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, 310_000, HashAlgorithmName.SHA256, 32);
    }
}

// [Bad CWE-760] the user's name as salt, with a lower-cased copy
public class UserNameSalt
{
    public byte[] Hash(string userName, string password)
    {
        byte[] salt = Encoding.UTF8.GetBytes(userName.ToLowerInvariant());
        using var derive = new Rfc2898DeriveBytes(password, salt, 600_000, HashAlgorithmName.SHA256);
        return derive.GetBytes(32);
    }
}

// [Good CWE-760] a random salt is stored beside the hash
public class StoredSalt
{
    public (byte[] Salt, byte[] Hash) Create(string password)
    {
        var salt = new byte[16];
        RandomNumberGenerator.Fill(salt);
        return (salt, Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32));
    }

    public bool Verify(string password, byte[] salt, byte[] hash) =>
        CryptographicOperations.FixedTimeEquals(hash, Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32));
}

// [Bad CWE-329] the IV is the first half of the key
public class IvFromKey
{
    public byte[] Encrypt(byte[] key, byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.IV = key[..16];
        return aes.EncryptCbc(data, aes.IV);
    }
}

// [Bad CWE-329] the IV comes from a hash of a fixed word
public class IvFromWord
{
    readonly byte[] _iv = MD5.HashData("contoso"u8);

    public byte[] Encrypt(byte[] key, byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptCbc(data, _iv);
    }
}

// [Bad CWE-323] the nonce is made once and used for every message
public class MessageSealer
{
    readonly AesGcm _gcm;
    readonly byte[] _nonce = RandomNumberGenerator.GetBytes(12);

    public MessageSealer(byte[] key) => _gcm = new AesGcm(key, 16);

    public (byte[] Cipher, byte[] Tag) Seal(byte[] message)
    {
        var cipher = new byte[message.Length];
        var tag = new byte[16];
        _gcm.Encrypt(_nonce, message, cipher, tag);
        return (cipher, tag);
    }
}

// [Good CWE-323] the field is filled anew before every message
public class MessageSealerGood
{
    readonly AesGcm _gcm;
    readonly byte[] _nonce = new byte[12];

    public MessageSealerGood(byte[] key) => _gcm = new AesGcm(key, 16);

    public (byte[] Nonce, byte[] Cipher, byte[] Tag) Seal(byte[] message)
    {
        RandomNumberGenerator.Fill(_nonce);
        var cipher = new byte[message.Length];
        var tag = new byte[16];
        _gcm.Encrypt(_nonce, message, cipher, tag);
        return (_nonce.ToArray(), cipher, tag);
    }
}

// [Bad CWE-780] the padding is a ternary that is PKCS#1 for old partners
public class PartnerEncryption
{
    public byte[] Wrap(RSA partner, byte[] sessionKey, bool legacy) =>
        partner.Encrypt(sessionKey, legacy ? RSAEncryptionPadding.Pkcs1 : RSAEncryptionPadding.OaepSHA256);
}

// [Bad CWE-780] the padding is a static property
public class KeyTransport
{
    static RSAEncryptionPadding Padding => RSAEncryptionPadding.Pkcs1;

    public byte[] Wrap(RSA recipient, byte[] key) => recipient.Encrypt(key, Padding);
}

// [Good CWE-780] PKCS#1 is the padding of a signature, not of an encryption
public class InvoiceSignature
{
    public bool Check(RSA issuer, byte[] invoice, byte[] signature) =>
        issuer.VerifyData(invoice, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
}

// [Bad CWE-327] an own cipher that shifts the bytes of a password
public class SettingsObfuscator
{
    public string Encrypt(string password)
    {
        var bytes = Encoding.UTF8.GetBytes(password);
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)(bytes[i] + 13);
        return Convert.ToBase64String(bytes);
    }
}

// [Bad CWE-327] base64 is taken for encryption
public class CredentialVault
{
    readonly Dictionary<string, string> _entries = [];

    public void Store(string name, string password) => _entries[name] = EncryptPassword(password);

    static string EncryptPassword(string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes(password));
}

// [Good CWE-327] base64 only carries what was encrypted
public class CredentialVaultGood(Microsoft.AspNetCore.DataProtection.IDataProtectionProvider provider)
{
    readonly Dictionary<string, string> _entries = [];

    public void Store(string name, string password)
    {
        var protector = provider.CreateProtector("vault");
        _entries[name] = Convert.ToBase64String(protector.Protect(Encoding.UTF8.GetBytes(password)));
    }
}

// [Good CWE-327] ECB is set first and then replaced before anything is encrypted
public class ReplacedMode
{
    public byte[] Encrypt(byte[] key, byte[] data, byte[] iv)
    {
        using var aes = Aes.Create();
        aes.Mode = CipherMode.ECB;
        aes.Key = key;
        aes.IV = iv;
        aes.Mode = CipherMode.CBC;
        using var encryptor = aes.CreateEncryptor();
        return encryptor.TransformFinalBlock(data, 0, data.Length);
    }
}

// [Bad CWE-327] ECB in the object initialiser of a derived factory
public abstract class CipherBase
{
    protected abstract Aes NewCipher();
}
// [same case]
public sealed class TapeCipher : CipherBase
{
    protected override Aes NewCipher()
    {
        Aes cipher = Aes.Create();
        (cipher.Mode, cipher.Padding) = (CipherMode.ECB, PaddingMode.PKCS7);
        return cipher;
    }
}

// [Bad CWE-916] passwords as one round of SHA-512
public class MemberStore
{
    readonly Dictionary<string, byte[]> _passwords = [];

    public void Register(string member, string password)
    {
        using var sha = SHA512.Create();
        _passwords[member] = sha.ComputeHash(Encoding.UTF8.GetBytes(password));
    }
}

// [Bad CWE-916] HMAC with the salt as key is a fast hash all the same
public class HmacMemberStore
{
    public (byte[] Salt, byte[] Hash) CreatePasswordHash(string password)
    {
        using var hmac = new HMACSHA512();
        return (hmac.Key, hmac.ComputeHash(Encoding.UTF8.GetBytes(password)));
    }
}

// [Good CWE-916] SHA-256 over the content of a file
public class UploadDigest
{
    public async Task<string> OfAsync(IFormFile file, CancellationToken cancellation)
    {
        await using var stream = file.OpenReadStream();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
    }
}

// [Bad CWE-326] a curve that is too small, by its name
public class CardSignature
{
    public ECDsa NewKey() => ECDsa.Create(ECCurve.CreateFromFriendlyName("secp160r1"));
}

// [Bad CWE-327] the algorithm's name is in a constant
public class ByName
{
    const string Algorithm = "RC2";

    public ICryptoTransform Encryptor(byte[] key, byte[] iv)
    {
        var algorithm = (SymmetricAlgorithm)CryptoConfig.CreateFromName(Algorithm)!;
        return algorithm.CreateEncryptor(key, iv);
    }
}

// [Good CWE-327] the algorithm's name is in a constant and is AES
public class ByNameGood
{
    const string Algorithm = "AES";

    public ICryptoTransform Encryptor(byte[] key, byte[] iv)
    {
        var algorithm = (SymmetricAlgorithm)CryptoConfig.CreateFromName(Algorithm)!;
        return algorithm.CreateEncryptor(key, iv);
    }
}

// [Bad CWE-329] key and IV are set together
public class PairCipher
{
    static readonly byte[] s_vector = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];

    public Aes For(byte[] key)
    {
        var aes = Aes.Create();
        (aes.Key, aes.IV) = (key, s_vector);
        return aes;
    }
}

// [Bad CWE-327] the delegates of a table make DES
public class CipherTable
{
    static readonly Dictionary<string, Func<SymmetricAlgorithm>> s_ciphers = new()
    {
        ["aes"] = Aes.Create,
        ["des"] = DES.Create,
    };

    public SymmetricAlgorithm Get(string name) => s_ciphers[name]();
}
