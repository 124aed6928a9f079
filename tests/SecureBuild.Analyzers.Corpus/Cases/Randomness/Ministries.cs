using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using System.Web.Security;

namespace Ministry.Portal.Accounts
{
    // [Bad CWE-338] the first password of a user can be computed
    public static class PasswordGenerator
    {
        private const string Alphabet = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        private static readonly Random Rnd = new Random();

        public static string Generate(int length)
        {
            var builder = new StringBuilder(length);
            for (int i = 0; i < length; i++)
                builder.Append(Alphabet[Rnd.Next(Alphabet.Length)]);
            return builder.ToString();
        }
    }

    // [Good CWE-338] the same with the generator for it
    public static class InitialPasswordGenerator
    {
        private const string Alphabet = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

        public static string Generate(int length)
        {
            var bytes = new byte[length];
            using (var rng = new RNGCryptoServiceProvider())
                rng.GetBytes(bytes);
            return new string(bytes.Select(b => Alphabet[b % Alphabet.Length]).ToArray());
        }
    }

    // [Bad CWE-330] the ticket number of the download is the clock
    public static class DownloadTicketManager
    {
        public static string CreateToken(string user)
        {
            string token = user.GetHashCode().ToString("x") + DateTime.Now.Ticks.ToString("x");
            HttpContext.Current.Session["DownloadToken"] = token;
            return token;
        }
    }

    // [Good CWE-330] which picture the home page shows
    public static class BannerManager
    {
        private static readonly Random Rnd = new Random();

        public static string Next(IList<string> banners)
        {
            return banners[Rnd.Next(banners.Count)];
        }
    }

    // [Bad CWE-338] two half numbers make no secret number
    public class ActivationMail
    {
        public string ActivationCode { get; private set; }

        public void Prepare(string user)
        {
            var random = new Random(Environment.TickCount);
            ActivationCode = random.Next(100000, 999999) + "-" + random.Next(100000, 999999);
            HttpContext.Current.Cache.Insert("activation:" + user, ActivationCode);
        }
    }

    // [Good CWE-338] spread of the nightly jobs
    public class JobDelay
    {
        public TimeSpan Delay { get; private set; }

        public void Prepare()
        {
            var random = new Random(Environment.TickCount);
            Delay = TimeSpan.FromSeconds(random.Next(10, 600));
        }
    }
}
