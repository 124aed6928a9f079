using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;
using Microsoft.AspNetCore.Identity;

namespace Shop.Passwords;

public sealed class User { public string Name { get; set; } = ""; public string PasswordHash { get; set; } = ""; public byte[] Salt { get; set; } = []; }

public class PasswordStore
{
    private const int Rounds = 1000;
    private const int ManyRounds = 600_000;

    // [Bad CWE-916] one round of SHA-256 over the password
    public void Save(User user, string password) =>
        user.PasswordHash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(password)));

    // [Good CWE-916] the framework's hasher
    public void SaveWithHasher(User user, string password) =>
        user.PasswordHash = new PasswordHasher<User>().HashPassword(user, password);

    // [Bad CWE-916] salted, but as fast as before
    public bool Check(User user, string password)
    {
        using var sha = SHA512.Create();
        var hash = sha.ComputeHash([.. user.Salt, .. Encoding.UTF8.GetBytes(password)]);
        return CryptographicOperations.FixedTimeEquals(hash, Convert.FromBase64String(user.PasswordHash));
    }

    // [Good CWE-916] SHA-256 of a document is no password hash
    public string DocumentHash(byte[] document)
    {
        using var sha = SHA256.Create();
        return Convert.ToBase64String(sha.ComputeHash(document));
    }

    // [Bad CWE-916] a thousand iterations
    public byte[] Derive(string password, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, 1000, HashAlgorithmName.SHA256, 32);

    // [Good CWE-916] six hundred thousand iterations
    public byte[] DeriveSlowly(string password, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32);

    // [Bad CWE-916] the constructor's default of a thousand iterations, with SHA-1
    public byte[] DeriveByDefault(string password, byte[] salt)
    {
        using var derive = new Rfc2898DeriveBytes(password, salt);
        return derive.GetBytes(32);
    }

    // [Good CWE-916] the constructor with all it needs
    public byte[] DeriveFully(string password, byte[] salt)
    {
        using var derive = new Rfc2898DeriveBytes(password, salt, ManyRounds, HashAlgorithmName.SHA256);
        return derive.GetBytes(32);
    }

    // [Bad CWE-916] the count is a constant of the class
    public byte[] DeriveConstant(string password, byte[] salt)
    {
        using var derive = new Rfc2898DeriveBytes(password, salt, iterations: Rounds, HashAlgorithmName.SHA512);
        return derive.GetBytes(64);
    }

    // [Bad CWE-916] ASP.NET Core's derivation with few iterations
    public string Core(string password, byte[] salt) =>
        Convert.ToBase64String(KeyDerivation.Pbkdf2(password, salt, KeyDerivationPrf.HMACSHA256, iterationCount: 5000, numBytesRequested: 32));

    // [Good CWE-916] ASP.NET Core's derivation with enough of them
    public string CoreSlow(string password, byte[] salt) =>
        Convert.ToBase64String(KeyDerivation.Pbkdf2(password, salt, KeyDerivationPrf.HMACSHA512, iterationCount: 250_000, numBytesRequested: 32));

    // [Bad CWE-760] everybody has the same salt
    public byte[] SameSalt(string password)
    {
        var salt = Encoding.UTF8.GetBytes("our-shop-salt-2019");
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32);
    }

    // [Good CWE-760] a salt of one's own
    public (byte[] Salt, byte[] Hash) OwnSalt(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return (salt, Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32));
    }

    // [Bad CWE-760] the salt is an empty array
    public byte[] Zeros(string password) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), new byte[16], 310_000, HashAlgorithmName.SHA512, 32);

    // [Good CWE-760] the salt is the one that was stored with the user
    public byte[] Stored(User user, string password) =>
        Rfc2898DeriveBytes.Pbkdf2(password, user.Salt, 310_000, HashAlgorithmName.SHA512, 32);

    // [Bad CWE-916] the old derivation of the .NET Framework
    public byte[] OldDerivation(string password, byte[] salt)
    {
        using var bytes = new PasswordDeriveBytes(password, salt);
        return bytes.GetBytes(16);
    }

    // [Bad CWE-916] the iteration count is lowered afterwards
    public byte[] Lowered(string password, byte[] salt)
    {
        var derive = new Rfc2898DeriveBytes(password, salt, ManyRounds, HashAlgorithmName.SHA256);
        derive.IterationCount = 100;
        return derive.GetBytes(32);
    }

    // [Good CWE-916] the count comes from the configuration
    public byte[] Configured(IConfiguration configuration, string password, byte[] salt)
    {
        var rounds = configuration.GetValue("Passwords:Rounds", 600_000);
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA256, 32);
    }

    // [Bad CWE-759] MD5 of the password, in hexadecimal
    public bool Login(User user, string password)
    {
        using var md5 = MD5.Create();
        var hash = BitConverter.ToString(md5.ComputeHash(Encoding.UTF8.GetBytes(password))).Replace("-", "");
        return hash == user.PasswordHash;
    }

    // [Good CWE-916] the prefix of the digest is sent to a service that knows leaked passwords, nothing is stored
    public Task<string> Range(HttpClient client, string sha1OfCandidate) =>
        client.GetStringAsync($"https://api.example.org/range/{sha1OfCandidate[..5]}");
}

public static class Registration
{
    // [Bad CWE-916] options of the hasher that go back to an old format
    public static void AddOldHasher(IServiceCollection services) =>
        services.Configure<PasswordHasherOptions>(options => options.CompatibilityMode = PasswordHasherCompatibilityMode.IdentityV2);

    // [Good CWE-916] more iterations than the default
    public static void AddHasher(IServiceCollection services) =>
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 300_000);

    // [Bad CWE-916] fewer iterations than the default
    public static void AddFastHasher(IServiceCollection services) =>
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 2_000);
}
