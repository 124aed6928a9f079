using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2005InsecureRandom>;
using VerifyFix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2005InsecureRandom, SecureBuild.CodeFixes.Cryptography.SB2005InsecureRandomCodeFix>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2005InsecureRandomTests
{
    [Fact]
    public Task A_value_that_becomes_a_named_secret_is_reported() => Verify.AnalyzerAsync("""
        using System;
        class C
        {
            static readonly Random s_random = new();
            string _csrfToken = [|s_random.Next()|].ToString();
            string Password { get; set; } = "p" + [|Random.Shared.Next(1000)|];
            int Pin => [|s_random.Next(1000, 9999)|];
            void M(Random random)
            {
                var otp = [|random.Next(100000, 999999)|].ToString("D6");
                Password = $"{[|random.NextInt64()|]:x}";
                var verificationCode = (int)([|random.NextDouble()|] * 1000000);
                string sessionId;
                sessionId = Convert.ToString([|random.Next()|], 16);
                var resetCode = Math.Abs([|random.Next()|]) % 1000;
                long nonce = random is null ? 0 : [|random.NextInt64()|];
            }
        }
        """);

    [Fact]
    public Task A_buffer_that_is_a_secret_or_becomes_one_is_reported() => Verify.AnalyzerAsync("""
        using System;
        using System.Security.Cryptography;
        class C
        {
            byte[] _salt = new byte[16];
            string M(Random random, Aes aes)
            {
                [|random.NextBytes(_salt)|];
                var iv = new byte[16];
                [|random.NextBytes(iv)|];
                var key = new byte[32];
                [|random.NextBytes(key.AsSpan())|];
                var bytes = new byte[32];
                [|random.NextBytes(bytes)|];
                aes.Key = bytes;
                var buffer = new byte[32];
                [|Random.Shared.NextBytes(buffer)|];
                var accessToken = Convert.ToBase64String(buffer);
                var other = new byte[32];
                [|random.NextBytes(other)|];
                new HMACSHA256(other);
                return accessToken;
            }
        }
        """);

    [Fact]
    public Task A_loop_that_builds_a_secret_is_reported() => Verify.AnalyzerAsync("""
        using System;
        using System.Linq;
        using System.Text;
        class C
        {
            const string Letters = "abcdefgh";
            string GeneratePassword(int length)
            {
                var random = new Random();
                var text = new StringBuilder();
                for (var i = 0; i < length; i++)
                    text.Append(Letters[[|random.Next(Letters.Length)|]]);
                return text.ToString();
            }
            string NewToken(Random random)
            {
                var chars = new char[20];
                for (var i = 0; i < chars.Length; i++)
                {
                    var index = [|random.Next(Letters.Length)|];
                    chars[i] = Letters[index];
                }
                return new string(chars);
            }
            void M(Random random)
            {
                var password = "";
                for (var i = 0; i < 10; i++)
                    password += Letters[[|random.Next(Letters.Length)|]];
                var token = new string(Enumerable.Repeat(Letters, 8).Select(s => s[[|random.Next(s.Length)|]]).ToArray());
                var secretKey = Enumerable.Range(0, 16).Select(_ => (byte)[|random.Next(256)|]).ToArray();
                Func<string> makeOtp = () => [|random.Next()|].ToString();
                var bytes = new byte[4];
                [|random.NextBytes(bytes)|];
                var hex = new StringBuilder();
                foreach (var b in bytes)
                    hex.Append(b.ToString("x2"));
                SetApiKey(hex.ToString());
            }
            void SetApiKey(string apiKey) { }
        }
        """);

    [Fact]
    public Task Methods_local_functions_and_generator_classes_name_what_they_return() => Verify.AnalyzerAsync("""
        using System;
        using System.Threading.Tasks;
        class SaltGenerator
        {
            byte[] Generate() { var result = new byte[8]; [|new Random().NextBytes(result)|]; return result; }
        }
        class C
        {
            async Task<string> CreateTokenAsync(Random r) { await Task.Yield(); return [|r.Next()|].ToString(); }
            Task<string> CreateSecretAsync(Random r) => Task.FromResult([|r.Next()|].ToString());
            string CreateVerificationCode(Random r) => [|r.Next(100000, 999999)|].ToString();
            string M(Random r)
            {
                return MakeNonce();
                string MakeNonce() { return "n" + [|r.Next()|]; }
            }
        }
        """);

    [Fact]
    public Task Arguments_for_parameters_with_a_secrets_name_are_reported() => Verify.AnalyzerAsync("""
        using System;
        record Account(string User, string Password);
        class C
        {
            Account M(Random r) => new("me", Password: [|r.Next()|].ToString());
            Account N(Account a, Random r) => a with { Password = [|r.Next()|].ToString(), User = r.Next().ToString() };
        }
        """);

    [Fact]
    public Task Random_numbers_for_anything_else_are_not() => Verify.AnalyzerAsync("""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        class Settings { public int PasswordLength { get; set; } public int TokenCount; public int KeyIndex; public string MonkeyName = ""; public string Keyboard = ""; }
        class C
        {
            static int s_tokens;
            void M(Random random, List<string> keys, string[] users, CancellationToken token)
            {
                var dice = random.Next(1, 7);
                var settings = new Settings { PasswordLength = random.Next(8, 16), TokenCount = random.Next(), KeyIndex = random.Next(keys.Count) };
                settings.MonkeyName = "m" + random.Next();
                settings.Keyboard = "k" + random.Next();
                s_tokens = random.Next(1000);
                var key = keys[random.Next(keys.Count)];
                var keyNumber = random.Next();
                int cacheKey = random.Next();
                var shuffled = keys.OrderBy(_ => random.Next()).ToList();
                random.Shuffle(users);
                var secret = random.Next(1, 100);
                var password = users.Length > random.Next(5) ? "a" : "b";
                var salt = new byte[random.Next(8, 16)];
                var bytes = new byte[16];
                random.NextBytes(bytes);
                Console.WriteLine(Convert.ToHexString(bytes));
                if (random.NextDouble() < 0.5)
                    password = password.Substring(0, random.Next(1));
                Thread.Sleep(random.Next(100));
                var pinned = random.Next();
                var spin = random.Next();
                var ledPin = random.Next(13);
                var nextToken = random.Next();
                var code = random.Next();
                var pixel = new byte[3];
                random.NextBytes(pixel);
            }
            string TokenizeRandomly(Random r) => r.Next().ToString();
        }
        """);

    [Fact]
    public Task A_good_generator_is_not_reported_also_when_it_is_called_random() => Verify.AnalyzerAsync("""
        using System;
        using System.Security.Cryptography;
        class GoodRandom : Random { public override int Next() => RandomNumberGenerator.GetInt32(int.MaxValue); }
        class C
        {
            string M()
            {
                Random random = new GoodRandom();
                var token = random.Next().ToString();
                var password = new GoodRandom().Next().ToString();
                var salt = RandomNumberGenerator.GetBytes(16);
                return token + password;
            }
        }
        """);

    [Fact]
    public Task The_fix_takes_the_same_range_from_the_cryptographic_generator_and_adds_the_using() => VerifyFix.CodeFixAsync("""
        using System;

        class C
        {
            void M(Random random, string letters)
            {
                var otp = [|random.Next(100000, 1000000)|];
                var nonce = [|Random.Shared.Next()|];
                var password = "" + letters[[|random.Next(letters.Length)|]];
                var salt = new byte[16];
                [|random.NextBytes(salt)|];
            }
        }
        """, """
        using System;
        using System.Security.Cryptography;

        class C
        {
            void M(Random random, string letters)
            {
                var otp = RandomNumberGenerator.GetInt32(100000, 1000000);
                var nonce = RandomNumberGenerator.GetInt32(int.MaxValue);
                var password = "" + letters[RandomNumberGenerator.GetInt32(letters.Length)];
                var salt = new byte[16];
                RandomNumberGenerator.Fill(salt);
            }
        }
        """);

    [Fact]
    public Task No_fix_is_offered_where_the_two_generators_differ() => VerifyFix.NoCodeFixAsync("""
        using System;
        class C
        {
            void M(Random random)
            {
                var otp = [|random.Next(minValue: 1, maxValue: 9)|];
                var pin = [|random.Next(5, 5)|];
                var nonce = [|random.NextInt64()|];
                var token = [|random.NextDouble()|].ToString();
            }
        }
        """);

    [Fact]
    public Task The_fix_leaves_what_stands_above_the_first_using_and_the_order_of_the_usings() => VerifyFix.CodeFixAsync("""
        // The licence.
        using Alias = System.String;
        using Xunit;

        namespace Xunit { }
        class C { int Pin(System.Random random) => [|random.Next(9999)|]; }
        """, """
        // The licence.
        using System.Security.Cryptography;
        using Alias = System.String;
        using Xunit;

        namespace Xunit { }
        class C { int Pin(System.Random random) => RandomNumberGenerator.GetInt32(9999); }
        """);

    [Fact]
    public Task A_neutral_method_is_judged_by_what_its_callers_in_the_file_make_of_it() => Verify.AnalyzerAsync("""
        using System;
        using System.Linq;
        class Names
        {
            static readonly Random s_random = new();
            public static string RandomString(int length) => new string(Enumerable.Range(0, length).Select(_ => (char)('a' + [|s_random.Next(26)|])).ToArray());
            static string RandomWord(int length) => new string(Enumerable.Range(0, length).Select(_ => (char)('a' + s_random.Next(26))).ToArray());
            void M()
            {
                var resetToken = Names.RandomString(20);
                var petName = RandomWord(5);
            }
            int Dice() { Dice(); return s_random.Next(6); }
        }
        """);

    [Fact]
    public Task A_name_that_is_a_string_beside_the_value_is_understood() => Verify.AnalyzerAsync("""
        using System;
        using System.Collections.Generic;
        interface ISession { }
        static class SessionExtensions { public static void SetString(this ISession session, string key, string value) { } }
        class C
        {
            void M(Random random, ISession session, Dictionary<string, string> temporary)
            {
                session.SetString("otp", [|random.Next()|].ToString());
                session.SetString("color", random.Next().ToString());
                temporary["ResetToken"] = [|random.Next()|].ToString();
                temporary["shade"] = random.Next().ToString();
                temporary.Add("api_key", [|random.Next()|].ToString());
            }
        }
        """);

    [Fact]
    public Task No_fix_is_offered_where_the_platform_lacks_the_methods() => VerifyFix.NoCodeFixAsync("""
        using System;
        class C
        {
            void M(Random random, byte[] salt)
            {
                [|random.NextBytes(salt)|];
                var pin = [|random.Next(1000, 9999)|];
            }
        }
        """, TestSetup.NetStandard20);

    [Fact]
    public Task Collection_expressions_string_create_and_parameters_named_by_their_method_are_followed() => Verify.AnalyzerAsync("""
        using System;
        class C
        {
            void M(Random random)
            {
                byte[] salt = [(byte)[|random.Next(256)|], (byte)[|random.Next(256)|]];
                var token = string.Create(8, random, (span, r) => { for (var i = 0; i < span.Length; i++) span[i] = (char)('a' + [|r.Next(26)|]); });
                var color = string.Create(8, random, (span, r) => { for (var i = 0; i < span.Length; i++) span[i] = (char)('a' + r.Next(26)); });
                var code = [|random.Next(100000, 999999)|];
                SendVerificationCode(code);
                SendPostalCode(random.Next());
            }
            void SendVerificationCode(int code) { }
            void SendPostalCode(int code) { }
        }
        """);

    [Fact]
    public Task Tuple_elements_keys_of_object_dictionaries_challenges_and_captchas_are_secrets() => Verify.AnalyzerAsync("""
        using System;
        using System.Collections.Generic;
        class C
        {
            readonly Random _random = new();
            (string user, string password) Account() => ("a", [|_random.Next()|].ToString());
            (int x, int y) Point() => (_random.Next(), _random.Next());
            void Keep(IDictionary<object, object> items) { items["csrf"] = [|_random.Next()|]; items["page"] = _random.Next(); }
            string CaptchaCode() => [|_random.Next(10000)|].ToString();
            void Challenge() { var challenge = new byte[32]; [|_random.NextBytes(challenge)|]; }
            string LicenseKey() { var licenseKey = new string([|_random.GetItems<char>("abc", 25)|]); return licenseKey; }
            int Level() { int challenge = _random.Next(1, 5); return challenge; }
        }
        """);

    [Fact]
    public Task A_token_of_nothing_but_the_time_or_a_counter_is_reported_and_one_with_random_bytes_is_not() => Verify.AnalyzerAsync("""
        using System;
        using System.Security.Cryptography;
        using System.Text;
        using System.Threading;
        class C
        {
            static int s_next;
            string ResetToken(string user) => user + ":" + [|DateTime.UtcNow.Ticks|];
            string NewSessionId() => "S" + [|Interlocked.Increment(ref s_next)|];
            string AccessToken(string mail) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(mail + [|DateTime.UtcNow|])));
            string SignedToken(string user, byte[] key)
            {
                var token = user + ":" + DateTime.UtcNow.Ticks;
                return token + ":" + Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(token)));
            }
            string RandomToken() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16)) + DateTime.UtcNow.Ticks;
            string CacheKey(string mail) => mail + DateTime.UtcNow.Ticks;
        }
        """);

    [Fact]
    public Task The_text_before_a_value_names_it() => Verify.AnalyzerAsync("""
        using System;
        class C
        {
            string Link(Random random) => "https://shop.example.org/reset?token=" + [|random.Next()|];
            string Address(Random random) => $"https://shop.example.org/confirm?mail=1&access_token={[|random.NextInt64()|]}";
            string Page(Random random) => $"https://shop.example.org/list?page={random.Next(10)}";
        }
        """);
}
