using System.Web.Mvc;
using System.Data.SqlClient;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Legacy
{
    public class AccountController : Controller
    {
        // [Bad CWE-798] a back door
        [HttpPost]
        [ValidateAntiForgeryToken]
        public ActionResult Login(string user, string password)
        {
            if (user == "support" && password == "L3tM3In-support")
                return RedirectToAction("Index", "Admin");
            return View();
        }

        // [Good CWE-798] the database decides
        [HttpPost]
        [ValidateAntiForgeryToken]
        public ActionResult SignIn(string user, string password)
        {
            if (Membership.Validate(user, password))
                return RedirectToAction("Index", "Home");
            return View();
        }

        // [Bad CWE-259] the password of a certificate's file
        public X509Certificate2 Certificate()
        {
            return new X509Certificate2(Server.MapPath("~/App_Data/signing.pfx"), "pfx-Pa55phrase!");
        }

        // [Good CWE-259] a certificate from the store
        public X509Certificate2 FromStore(string thumbprint)
        {
            using (var store = new X509Store(StoreName.My, StoreLocation.LocalMachine))
            {
                store.Open(OpenFlags.ReadOnly);
                return store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, true)[0];
            }
        }

        // [Bad CWE-798] a connection string in a local
        public ActionResult Orders()
        {
            string connectionString = "Data Source=.;Initial Catalog=Legacy;User ID=web;Password=w3bUser!77";
            using (SqlConnection connection = new SqlConnection(connectionString))
                connection.Open();
            return View();
        }

        // [Good CWE-798] words on a page
        public ActionResult Help()
        {
            ViewBag.Message = "password=your new password, at least 12 characters";
            ViewBag.PasswordTitle = "Change password";
            return View();
        }

        // [Bad CWE-321] the machine's key for a legacy cookie
        public byte[] Ticket(byte[] data)
        {
            byte[] validationKey = Encoding.ASCII.GetBytes("A9F3-77C1-B2E8-440D-9C6A");
            using (var mac = new HMACSHA256(validationKey))
                return mac.ComputeHash(data);
        }

        // [Good CWE-321] the key is read from a file that is protected
        public byte[] TicketFromFile(byte[] data)
        {
            byte[] validationKey = System.IO.File.ReadAllBytes(Server.MapPath("~/App_Data/ticket.key"));
            using (var mac = new HMACSHA256(validationKey))
                return mac.ComputeHash(data);
        }
    }

    public static class Membership { public static bool Validate(string user, string password) { return user.Length > 0 && password.Length > 0 && user != password; } }
}
