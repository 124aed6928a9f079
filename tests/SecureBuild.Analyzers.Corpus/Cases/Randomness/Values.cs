using System.Security.Cryptography;
using System.Text;

namespace Shop.Random1;

public class Account { public string ResetToken { get; set; } = ""; public string Otp { get; set; } = ""; public int Avatar { get; set; } public byte[] Salt { get; set; } = []; }

public class Accounts
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private readonly Random _random = new();

    // [Bad CWE-338] a password
    public string GeneratePassword(int length)
    {
        var builder = new StringBuilder();
        for (var i = 0; i < length; i++)
            builder.Append(Alphabet[_random.Next(Alphabet.Length)]);
        return builder.ToString();
    }

    // [Good CWE-338] a password by the right generator
    public string GenerateStrongPassword(int length) => RandomNumberGenerator.GetString(Alphabet, length);

    // [Bad CWE-338] a reset token
    public void Reset(Account account) => account.ResetToken = Random.Shared.NextInt64().ToString("x");

    // [Good CWE-338] a reset token by the right generator
    public void ResetStrongly(Account account) => account.ResetToken = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    // [Bad CWE-338] a one-time code
    public void SendCode(Account account)
    {
        var code = new Random().Next(100000, 999999);
        account.Otp = code.ToString();
    }

    // [Good CWE-338] a one-time code by the right generator
    public void SendStrongCode(Account account)
    {
        var code = RandomNumberGenerator.GetInt32(100000, 999999);
        account.Otp = code.ToString();
    }

    // [Good CWE-338] the picture of a new account
    public void ChooseAvatar(Account account) => account.Avatar = _random.Next(1, 40);

    // [Bad CWE-338] a salt
    public void NewSalt(Account account)
    {
        var salt = new byte[16];
        new Random().NextBytes(salt);
        account.Salt = salt;
    }

    // [Good CWE-338] a salt by the right generator
    public void NewStrongSalt(Account account)
    {
        var salt = new byte[16];
        RandomNumberGenerator.Fill(salt);
        account.Salt = salt;
    }

    // [Bad CWE-338] a session's identifier
    public string NewSessionId()
    {
        var bytes = new byte[24];
        Random.Shared.NextBytes(bytes);
        return Convert.ToBase64String(bytes);
    }

    // [Good CWE-338] a delay before the next attempt
    public TimeSpan Backoff(int attempt) => TimeSpan.FromMilliseconds(Math.Pow(2, attempt) * 100 + _random.Next(0, 100));

    // [Bad CWE-338] a key for encryption
    public Aes NewCipher()
    {
        var key = new byte[32];
        var random = new Random(Environment.TickCount);
        random.NextBytes(key);
        var aes = Aes.Create();
        aes.Key = key;
        return aes;
    }

    // [Good CWE-338] the class makes the key
    public Aes NewStrongCipher()
    {
        var aes = Aes.Create();
        aes.GenerateKey();
        return aes;
    }

    // [Bad CWE-338] the characters by LINQ
    public string InviteToken() => new(Enumerable.Range(0, 20).Select(_ => Alphabet[Random.Shared.Next(Alphabet.Length)]).ToArray());

    // [Good CWE-338] a sample of the products
    public IEnumerable<string> Sample(IReadOnlyList<string> products) => Enumerable.Range(0, 5).Select(_ => products[Random.Shared.Next(products.Count)]);

    // [Bad CWE-338] an initialisation vector
    public byte[] Encrypt(Aes aes, byte[] data)
    {
        var iv = new byte[16];
        _random.NextBytes(iv);
        return aes.EncryptCbc(data, iv);
    }

    // [Good CWE-338] noise for a test of the network
    public byte[] Noise(int size)
    {
        var payload = new byte[size];
        _random.NextBytes(payload);
        return payload;
    }

    // [Bad CWE-338] the helper's result becomes a token
    public string ApiKey()
    {
        return Digits(30);

        static string Digits(int count)
        {
            var random = new Random();
            return string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(10)));
        }
    }

    // [Good CWE-338] a dice game
    public (int First, int Second) Roll() => (Random.Shared.Next(1, 7), Random.Shared.Next(1, 7));

    // [Bad CWE-335] the seed is the time
    public string Csrf()
    {
        var random = new Random((int)DateTime.Now.Ticks);
        var csrfToken = random.Next().ToString("x8") + random.Next().ToString("x8");
        return csrfToken;
    }

    // [Good CWE-335] the same numbers on purpose, for pictures that can be repeated
    public double[] Simulation(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 100).Select(_ => random.NextDouble())];
    }

    // [Good CWE-338] shuffled answers of a quiz
    public void Shuffle(string[] answers) => Random.Shared.Shuffle(answers);

    // [Good CWE-338] the position of the token in a list of words
    public string RandomToken(IReadOnlyList<string> wordsOfPoem) => wordsOfPoem[_random.Next(wordsOfPoem.Count)];
}

// [Bad CWE-338] a cookie with a value that can be guessed
public class RememberMe
{
    public void Issue(HttpResponse response)
    {
        var token = $"{Random.Shared.Next():x}{Random.Shared.Next():x}";
        response.Cookies.Append("remember", token, new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict });
    }
}

// [Good CWE-338] a cookie for a test of two designs
public class Experiment
{
    public void Assign(HttpResponse response)
    {
        var variant = Random.Shared.Next(2) == 0 ? "a" : "b";
        response.Cookies.Append("design", variant, new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax });
    }
}

// [Bad CWE-338] a nonce for authenticated encryption
public class Sealer(byte[] key)
{
    public byte[] Seal(byte[] plain, byte[] cipher, byte[] tag)
    {
        byte[] nonce = new byte[12];
        Random.Shared.NextBytes(nonce);
        using var gcm = new AesGcm(key, 16);
        gcm.Encrypt(nonce, plain, cipher, tag);
        return nonce;
    }
}

// [Good CWE-338] a type of our own called Random
public static class Secure
{
    sealed class Random { public int Next(int limit) => RandomNumberGenerator.GetInt32(limit); }

    public static string PasswordDigit() => new Random().Next(10).ToString();
}
