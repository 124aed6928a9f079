using System;
using System.Configuration;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using System.Web.Security;

namespace Ministry.Common.Security
{
    // [Bad CWE-329] the initialisation vector is cut from the key
    public static class CryptoManager
    {
        public static string Encrypt(string clearText)
        {
            byte[] key = Convert.FromBase64String(ConfigurationManager.AppSettings["CryptoKey"]);
            byte[] data = Encoding.UTF8.GetBytes(clearText);
            using (var provider = new AesCryptoServiceProvider())
            {
                provider.Key = key;
                provider.IV = key.Take(16).ToArray();
                using (var ms = new MemoryStream())
                {
                    using (var cs = new CryptoStream(ms, provider.CreateEncryptor(), CryptoStreamMode.Write))
                        cs.Write(data, 0, data.Length);
                    return Convert.ToBase64String(ms.ToArray());
                }
            }
        }
    }

    // [Good CWE-329] a new vector for each message, sent with it
    public static class MessageCryptoManager
    {
        public static string Encrypt(string clearText)
        {
            byte[] key = Convert.FromBase64String(ConfigurationManager.AppSettings["CryptoKey"]);
            byte[] data = Encoding.UTF8.GetBytes(clearText);
            using (var provider = new AesCryptoServiceProvider())
            {
                provider.Key = key;
                provider.GenerateIV();
                using (var ms = new MemoryStream())
                {
                    ms.Write(provider.IV, 0, provider.IV.Length);
                    using (var cs = new CryptoStream(ms, provider.CreateEncryptor(), CryptoStreamMode.Write))
                        cs.Write(data, 0, data.Length);
                    return Convert.ToBase64String(ms.ToArray());
                }
            }
        }
    }

    // [Bad CWE-327] blocks are encrypted one by one, chosen by a property of the base class
    public class LegacyCipherBase
    {
        protected virtual CipherMode Mode
        {
            get { return CipherMode.ECB; }
        }

        public byte[] Transform(byte[] key, byte[] data)
        {
            using (SymmetricAlgorithm algorithm = new RijndaelManaged())
            {
                algorithm.Mode = Mode;
                algorithm.Padding = PaddingMode.Zeros;
                algorithm.Key = key;
                return algorithm.CreateEncryptor().TransformFinalBlock(data, 0, data.Length);
            }
        }
    }

    // [Bad CWE-916] a password with one round of a fast hash
    public class CitizenMembershipService
    {
        public bool ValidateCitizen(string userName, string password, string storedHash, string salt)
        {
            return string.Equals(EncodePassword(password, salt), storedHash, StringComparison.Ordinal);
        }

        private static string EncodePassword(string password, string salt)
        {
            byte[] bytes = Encoding.Unicode.GetBytes(salt + password);
            using (HashAlgorithm hash = HashAlgorithm.Create("SHA256"))
                return Convert.ToBase64String(hash.ComputeHash(bytes));
        }
    }

    // [Good CWE-916] many rounds, a salt for each citizen
    public class OfficerMembershipService
    {
        private const int Iterations = 600000;

        public string EncodePassword(string password, byte[] salt)
        {
            using (var kdf = new Rfc2898DeriveBytes(password, salt, Iterations, HashAlgorithmName.SHA256))
                return Convert.ToBase64String(kdf.GetBytes(32));
        }
    }

    // [Bad CWE-327] the algorithm's name is asked of a factory by configuration, with DES where nothing is configured
    public static class CipherFactory
    {
        public static ICryptoTransform CreateEncryptor(byte[] key, byte[] iv)
        {
            string name = ConfigurationManager.AppSettings["Cipher"] ?? "DES";
            SymmetricAlgorithm algorithm = SymmetricAlgorithm.Create(name);
            return algorithm.CreateEncryptor(key, iv);
        }
    }

    // [Good CWE-327] the checksum names a cache entry, nobody relies on it
    public static class CacheKeyBuilder
    {
        public static string ForPage(string url, string culture)
        {
            using (var sha = SHA256.Create())
                return "page:" + BitConverter.ToString(sha.ComputeHash(Encoding.UTF8.GetBytes(url + "|" + culture))).Replace("-", "");
        }
    }

    // [Bad CWE-760] the salt is the application's name
    public sealed class TicketKeyProvider
    {
        private static readonly byte[] s_salt = Encoding.ASCII.GetBytes("MinistryPortal");

        public byte[] KeyFor(string passphrase)
        {
            using (var derive = new Rfc2898DeriveBytes(passphrase, s_salt, 310000, HashAlgorithmName.SHA512))
                return derive.GetBytes(32);
        }
    }
}
