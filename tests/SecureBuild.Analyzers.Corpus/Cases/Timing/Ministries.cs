using System;
using System.Configuration;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using System.Web.Http;

namespace Ministry.Payments.Services
{
    public static class CallbackVerifier
    {
        // [Bad CWE-208] the comparison of the signature ends at the first difference
        public static bool Verify(string body)
        {
            string received = HttpContext.Current.Request.Headers["X-Signature"];
            byte[] key = Encoding.UTF8.GetBytes(ConfigurationManager.AppSettings["CallbackKey"]);
            using (var hmac = new HMACSHA256(key))
            {
                string computed = BitConverter.ToString(hmac.ComputeHash(Encoding.UTF8.GetBytes(body))).Replace("-", string.Empty);
                return string.Compare(received, computed, StringComparison.OrdinalIgnoreCase) == 0;
            }
        }

        // [Good CWE-208] every byte is looked at
        public static bool VerifyFully(string body)
        {
            string received = HttpContext.Current.Request.Headers["X-Signature"];
            byte[] key = Encoding.UTF8.GetBytes(ConfigurationManager.AppSettings["CallbackKey"]);
            using (var hmac = new HMACSHA256(key))
            {
                byte[] computed = hmac.ComputeHash(Encoding.UTF8.GetBytes(body));
                return SlowEquals(computed, Convert.FromBase64String(received));
            }
        }

        private static bool SlowEquals(byte[] a, byte[] b)
        {
            uint difference = (uint)a.Length ^ (uint)b.Length;
            for (int i = 0; i < a.Length && i < b.Length; i++)
                difference |= (uint)(a[i] ^ b[i]);
            return difference == 0;
        }
    }

    public class PartnerController : ApiController
    {
        // [Bad CWE-208] the partner's key is compared letter by letter
        [HttpPost, Route("partner/notify")]
        public IHttpActionResult Notify()
        {
            string apiKey = HttpContext.Current.Request.Headers["X-Api-Key"];
            if (apiKey != ConfigurationManager.AppSettings["PartnerApiKey"])
                return BadRequest();
            return Ok();
        }

        // [Good CWE-208] the kind of the message is no secret
        [HttpPost, Route("partner/kind")]
        public IHttpActionResult Kind()
        {
            string kind = HttpContext.Current.Request.Headers["X-Message-Kind"];
            if (kind != ConfigurationManager.AppSettings["PartnerMessageKind"])
                return BadRequest();
            return Ok();
        }
    }
}
