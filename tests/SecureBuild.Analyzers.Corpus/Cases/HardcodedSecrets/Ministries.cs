using System;
using System.Configuration;
using System.Data.SqlClient;
using System.Net;
using System.Net.Mail;
using System.Text;
using System.Web;
using System.Web.Security;

namespace Ministry.Common.Configuration
{
    // [Bad CWE-798] where the file has no entry the password of the code is taken
    public static class MailSettings
    {
        public static string Password
        {
            get { return ConfigurationManager.AppSettings["Mail.Password"] ?? "Winter!2019-smtp"; }
        }

        public static SmtpClient CreateClient()
        {
            var client = new SmtpClient("mail.ministry.example", 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential("portal", Password);
            return client;
        }
    }

    // [Good CWE-798] no entry, no mail
    public static class RelaySettings
    {
        public static string Password
        {
            get
            {
                string value = ConfigurationManager.AppSettings["Mail.Password"];
                if (string.IsNullOrEmpty(value))
                    throw new ConfigurationErrorsException("Mail.Password is missing.");
                return value;
            }
        }

        public static SmtpClient CreateClient()
        {
            var client = new SmtpClient("mail.ministry.example", 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential("portal", Password);
            return client;
        }
    }

    public static class Database
    {
        // [Bad CWE-259] user and password of the database
        public static SqlConnection OpenReporting()
        {
            var connection = new SqlConnection(string.Format("Data Source={0};Initial Catalog=Reporting;User ID={1};Password={2};Encrypt=True", Server, "rpt_owner", "R3p0rting#Own3r"));
            connection.Open();
            return connection;
        }

        // [Good CWE-259] Windows says who we are
        public static SqlConnection OpenArchive()
        {
            var connection = new SqlConnection(string.Format("Data Source={0};Initial Catalog=Archive;Integrated Security=SSPI;Encrypt=True", Server));
            connection.Open();
            return connection;
        }

        private static string Server
        {
            get { return ConfigurationManager.AppSettings["Server"]; }
        }
    }

    // [Bad CWE-798] the back door for the service desk
    public class SupportLogin
    {
        public bool Authenticate(string user, string password)
        {
            if (user.ToLower() == "servicedesk" && password == "Desk#4711!")
            {
                FormsAuthentication.SetAuthCookie(user, false);
                return true;
            }
            return Membership.ValidateUser(user, password);
        }
    }

    // [Good CWE-798] a text that speaks of passwords
    public class PasswordMessages
    {
        public const string PasswordExpired = "Your password has expired. Please choose another one.";
        public const string ResetPasswordSubject = "Reset of your password";
        public string PasswordFieldName = "txtPassword";
    }

    // [Bad CWE-321] the key of the links is in the code, byte for byte
    internal static class LinkSigner
    {
        private static readonly byte[] HmacKey =
        {
            0x3f, 0x8a, 0x11, 0xc0, 0x92, 0x5d, 0x7e, 0x44, 0xab, 0x0c, 0xfe, 0x67, 0x18, 0x29, 0xd3, 0x75,
        };

        public static string Sign(string path)
        {
            using (var hmac = new System.Security.Cryptography.HMACSHA256(HmacKey))
                return Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(path)));
        }
    }
}
