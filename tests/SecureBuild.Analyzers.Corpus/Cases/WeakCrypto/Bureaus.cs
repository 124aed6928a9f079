using System;
using System.Collections.Generic;
using System.Configuration;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Web;

namespace Bureau.Statistics.Crypto
{
    public enum CipherKind
    {
        Legacy,
        Standard,
    }

    public interface ICipherProvider
    {
        SymmetricAlgorithm Create();
    }

    // [Bad CWE-327] DES for the old interface
    public class LegacyCipherProvider : ICipherProvider
    {
        public SymmetricAlgorithm Create()
        {
            return new DESCryptoServiceProvider { Mode = CipherMode.CBC };
        }
    }

    // [Good CWE-327] AES for the new interface
    public class StandardCipherProvider : ICipherProvider
    {
        public SymmetricAlgorithm Create()
        {
            return new AesCryptoServiceProvider { Mode = CipherMode.CBC, KeySize = 256 };
        }
    }

    public static class HashHelper
    {
        private static readonly Dictionary<string, Func<HashAlgorithm>> Algorithms = new Dictionary<string, Func<HashAlgorithm>>
        {
            { "strong", () => new SHA512Managed() },
            { "weak", () => new SHA1Managed() },
        };

        // [Bad CWE-328] signatures of documents over the weak one
        public static string SignatureOf(byte[] document)
        {
            using (HashAlgorithm algorithm = Algorithms["weak"]())
                return Convert.ToBase64String(algorithm.ComputeHash(document));
        }

        // [Good CWE-328] signatures of documents over the strong one
        public static string StrongSignatureOf(byte[] document)
        {
            using (HashAlgorithm algorithm = Algorithms["strong"]())
                return Convert.ToBase64String(algorithm.ComputeHash(document));
        }
    }

    // [Bad CWE-916] the rounds come from the configuration, and are five where there is none
    public static class PasswordStore
    {
        private static int Rounds
        {
            get
            {
                int rounds;
                return int.TryParse(ConfigurationManager.AppSettings["Rounds"], out rounds) ? rounds : 5;
            }
        }

        public static byte[] Hash(string password, byte[] salt)
        {
            using (var derive = new Rfc2898DeriveBytes(password, salt, Rounds, HashAlgorithmName.SHA256))
                return derive.GetBytes(32);
        }
    }

    // [Good CWE-916] the rounds come from the configuration, and are many where there is none
    public static class SlowPasswordStore
    {
        private static int Rounds
        {
            get
            {
                int rounds;
                return int.TryParse(ConfigurationManager.AppSettings["Rounds"], out rounds) ? Math.Max(rounds, 310000) : 310000;
            }
        }

        public static byte[] Hash(string password, byte[] salt)
        {
            using (var derive = new Rfc2898DeriveBytes(password, salt, Rounds, HashAlgorithmName.SHA256))
                return derive.GetBytes(32);
        }
    }

    // [Bad CWE-329] a vector of zeros, as the array is
    public class QueryStringCipher
    {
        public string Encrypt(string text, byte[] key)
        {
            var iv = new byte[16];
            using (var aes = Aes.Create())
            {
                ICryptoTransform transform = aes.CreateEncryptor(key, iv);
                byte[] bytes = Encoding.UTF8.GetBytes(text);
                return HttpUtility.UrlEncode(Convert.ToBase64String(transform.TransformFinalBlock(bytes, 0, bytes.Length)));
            }
        }
    }

    // [Good CWE-329] a vector of the generator in the array
    public class SafeQueryStringCipher
    {
        public string Encrypt(string text, byte[] key)
        {
            var iv = new byte[16];
            using (var rng = RandomNumberGenerator.Create())
                rng.GetBytes(iv);
            using (var aes = Aes.Create())
            {
                ICryptoTransform transform = aes.CreateEncryptor(key, iv);
                byte[] bytes = Encoding.UTF8.GetBytes(text);
                return Convert.ToBase64String(iv) + "." + Convert.ToBase64String(transform.TransformFinalBlock(bytes, 0, bytes.Length));
            }
        }
    }
}
