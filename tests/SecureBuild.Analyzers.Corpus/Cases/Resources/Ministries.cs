using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net;
using System.ServiceModel;
using System.Web;
using System.Web.Mvc;
using System.Xml;

namespace Ministry.Exchange.Services
{
    public static class BindingFactory
    {
        // [Bad CWE-770] messages of any size
        public static BasicHttpsBinding CreateUnlimited()
        {
            var binding = new BasicHttpsBinding();
            binding.MaxReceivedMessageSize = int.MaxValue;
            binding.ReaderQuotas = XmlDictionaryReaderQuotas.Max;
            return binding;
        }

        // [Good CWE-770] a megabyte
        public static BasicHttpsBinding CreateLimited()
        {
            var binding = new BasicHttpsBinding();
            binding.MaxReceivedMessageSize = 1024 * 1024;
            return binding;
        }
    }

    public class ReportController : Controller
    {
        // [Bad CWE-789] the page decides how much memory is taken
        [Authorize]
        public ActionResult Matrix(int rows, int columns)
        {
            var matrix = new decimal[rows * columns];
            for (int i = 0; i < matrix.Length; i++)
                matrix[i] = i;
            return Json(matrix, JsonRequestBehavior.AllowGet);
        }

        // [Good CWE-789] at most a page of a hundred
        [Authorize]
        public ActionResult Page(int size)
        {
            var page = new decimal[Math.Min(Math.Max(size, 1), 100)];
            return Json(page, JsonRequestBehavior.AllowGet);
        }

        // [Bad CWE-400] the client says how long a thread sleeps
        [Authorize]
        public ActionResult Poll()
        {
            int seconds = int.Parse(Request.QueryString["wait"]);
            System.Threading.Thread.Sleep(seconds * 1000);
            return Content("done");
        }
    }
}
