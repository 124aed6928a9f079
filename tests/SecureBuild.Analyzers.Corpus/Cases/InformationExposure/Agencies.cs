using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Web;
using System.Web.Mvc;
using System.Web.Security;
using System.Web.Services;
using NLog;

namespace Agency.Vehicles.Diagnostics
{
    public sealed class Driver
    {
        public string LicenceNumber { get; set; }
        public string CreditCardNumber { get; set; }
        public string Password { get; set; }
    }

    public abstract class LoggedController : Controller
    {
        private static readonly Logger Log = LogManager.GetCurrentClassLogger();

        // [Bad CWE-209] every failure of every action is shown as it is
        protected override void OnException(ExceptionContext filterContext)
        {
            filterContext.Result = Content(filterContext.Exception.ToString(), "text/plain");
            filterContext.ExceptionHandled = true;
        }

        // [Bad CWE-532] the card is in the log of payments
        protected void LogPayment(Driver driver, decimal amount)
        {
            Log.Info("Paid {0} with {1}", amount, driver.CreditCardNumber);
        }

        // [Good CWE-532] the amount is in the log of payments
        protected void LogAmount(Driver driver, decimal amount)
        {
            Log.Info("Paid {0} by {1}", amount, driver.LicenceNumber.Length);
        }
    }

    // [Bad CWE-312] passwords in a file for the transfer at night
    public static class NightlyExport
    {
        public static void Write(string path, Driver[] drivers)
        {
            using (var writer = new StreamWriter(path))
                foreach (Driver driver in drivers)
                    writer.WriteLine("{0};{1}", driver.LicenceNumber, driver.Password);
        }
    }

    // [Good CWE-312] numbers in a file for the transfer at night
    public static class NightlyCount
    {
        public static void Write(string path, Driver[] drivers)
        {
            using (var writer = new StreamWriter(path))
                writer.WriteLine("{0};{1}", DateTime.Today, drivers.Length);
        }
    }

    public class DriverService : WebService
    {
        // [Bad CWE-209] the SOAP client reads where it failed
        [WebMethod]
        public string Check(string number)
        {
            try
            {
                return int.Parse(number).ToString();
            }
            catch (Exception ex)
            {
                return "ERROR: " + ex.Message + Environment.NewLine + ex.StackTrace;
            }
        }

        // [Good CWE-209] the SOAP client reads that it failed
        [WebMethod]
        public string CheckQuietly(string number)
        {
            int value;
            return int.TryParse(number, out value) ? value.ToString() : "ERROR: not a number";
        }
    }
}
