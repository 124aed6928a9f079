using System;
using System.Configuration;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Web;

namespace Agency.Common.Cryptography
{
    // [Bad CWE-327] the key is made the old way and the algorithm is an old one
    public static class EncryptionHelper
    {
        public static byte[] Encrypt(byte[] data, string password, byte[] salt)
        {
            var derive = new PasswordDeriveBytes(password, salt, "SHA1", 2);
            using (var algorithm = TripleDES.Create())
            {
                algorithm.Key = derive.GetBytes(24);
                algorithm.GenerateIV();
                using (var encryptor = algorithm.CreateEncryptor())
                    return encryptor.TransformFinalBlock(data, 0, data.Length);
            }
        }
    }

    // [Good CWE-327] many rounds, AES, a fresh vector
    public static class AesEncryptionHelper
    {
        public static byte[] Encrypt(byte[] data, string password, byte[] salt)
        {
            using (var derive = new Rfc2898DeriveBytes(password, salt, 600000, HashAlgorithmName.SHA256))
            using (var algorithm = Aes.Create())
            {
                algorithm.Key = derive.GetBytes(32);
                algorithm.GenerateIV();
                using (var encryptor = algorithm.CreateEncryptor())
                using (var output = new MemoryStream())
                {
                    output.Write(algorithm.IV, 0, algorithm.IV.Length);
                    byte[] encrypted = encryptor.TransformFinalBlock(data, 0, data.Length);
                    output.Write(encrypted, 0, encrypted.Length);
                    return output.ToArray();
                }
            }
        }
    }

    // [Bad CWE-328] passwords through MD5, as the table has always had them
    public sealed class LoginService
    {
        private readonly Func<string, string> _loadHash;

        public LoginService(Func<string, string> loadHash)
        {
            _loadHash = loadHash;
        }

        public bool IsValid(string user, string password)
        {
            using (var md5 = new MD5CryptoServiceProvider())
            {
                var builder = new StringBuilder();
                foreach (byte b in md5.ComputeHash(Encoding.Default.GetBytes(password)))
                    builder.AppendFormat("{0:x2}", b);
                return string.Equals(builder.ToString(), _loadHash(user), StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    // [Bad CWE-329] the vector is in the configuration beside the key
    public sealed class FieldCipher
    {
        private readonly byte[] _key = Convert.FromBase64String(ConfigurationManager.AppSettings["FieldKey"]);
        private readonly byte[] _iv = Encoding.ASCII.GetBytes("agency-vector-01");

        public string Encrypt(string text)
        {
            using (var aes = new AesManaged { KeySize = 256, BlockSize = 128, Mode = CipherMode.CBC, Padding = PaddingMode.PKCS7 })
            using (var encryptor = aes.CreateEncryptor(_key, _iv))
            {
                byte[] bytes = Encoding.UTF8.GetBytes(text);
                return Convert.ToBase64String(encryptor.TransformFinalBlock(bytes, 0, bytes.Length));
            }
        }
    }

    // [Good CWE-329] the vector is read from the message
    public sealed class FieldReader
    {
        private readonly byte[] _key = Convert.FromBase64String(ConfigurationManager.AppSettings["FieldKey"]);

        public string Decrypt(byte[] message)
        {
            byte[] iv = new byte[16];
            Buffer.BlockCopy(message, 0, iv, 0, iv.Length);
            using (var aes = new AesManaged { KeySize = 256, BlockSize = 128, Mode = CipherMode.CBC, Padding = PaddingMode.PKCS7 })
            using (var decryptor = aes.CreateDecryptor(_key, iv))
                return Encoding.UTF8.GetString(decryptor.TransformFinalBlock(message, 16, message.Length - 16));
        }
    }

    // [Bad CWE-326] a key pair of a container with a thousand bits
    public static class KeyContainer
    {
        private const int KeySize = 1024;

        public static RSACryptoServiceProvider Open(string name)
        {
            var parameters = new CspParameters { KeyContainerName = name, Flags = CspProviderFlags.UseMachineKeyStore };
            return new RSACryptoServiceProvider(KeySize, parameters) { PersistKeyInCsp = true };
        }
    }

    // [Good CWE-326] a key pair of a container with four thousand bits
    public static class StrongKeyContainer
    {
        private const int KeySize = 4096;

        public static RSACryptoServiceProvider Open(string name)
        {
            var parameters = new CspParameters { KeyContainerName = name, Flags = CspProviderFlags.UseMachineKeyStore };
            return new RSACryptoServiceProvider(KeySize, parameters) { PersistKeyInCsp = true };
        }
    }
}
