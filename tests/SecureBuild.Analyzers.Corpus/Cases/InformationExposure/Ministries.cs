using System;
using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Web;
using System.Web.Http;
using System.Web.Security;
using log4net;

namespace Ministry.Citizens.Services
{
    public class Citizen
    {
        public string Name { get; set; }
        public string SocialSecurityNumber { get; set; }
        public string Password { get; set; }
        public string District { get; set; }
    }

    public static class LoginManager
    {
        private static readonly ILog Log = LogManager.GetLogger(typeof(LoginManager));

        // [Bad CWE-532] the password of a failed attempt goes into the log
        public static bool Login(string userName, string password)
        {
            bool valid = Membership.ValidateUser(userName, password);
            if (!valid)
                Log.WarnFormat("Login failed: {0}/{1}", userName.Length, password);
            return valid;
        }

        // [Good CWE-532] the attempt, not the password
        public static bool LoginQuietly(string userName, string password)
        {
            bool valid = Membership.ValidateUser(userName, password);
            if (!valid)
                Log.WarnFormat("Login failed, {0} characters, at {1:O}", userName.Length, DateTime.UtcNow);
            return valid;
        }
    }

    public static class CitizenAudit
    {
        // [Bad CWE-532] the number that names a person everywhere
        public static void Registered(Citizen citizen)
        {
            EventLog.WriteEntry("Citizens", "Registered: " + citizen.SocialSecurityNumber, EventLogEntryType.Information);
        }

        // [Good CWE-532] the district is no secret
        public static void Counted(Citizen citizen)
        {
            EventLog.WriteEntry("Citizens", "Registered in " + citizen.District, EventLogEntryType.Information);
        }
    }

    public class CitizensController : ApiController
    {
        // [Bad CWE-209] what failed inside is the answer
        [Authorize]
        [HttpGet, Route("citizens/{id}")]
        public HttpResponseMessage Get(string id)
        {
            try
            {
                return Request.CreateResponse(HttpStatusCode.OK, Load(id));
            }
            catch (Exception ex)
            {
                return Request.CreateErrorResponse(HttpStatusCode.InternalServerError, ex);
            }
        }

        // [Good CWE-209] a sentence of ours is the answer
        [Authorize]
        [HttpGet, Route("citizens/{id}/district")]
        public HttpResponseMessage GetDistrict(string id)
        {
            try
            {
                return Request.CreateResponse(HttpStatusCode.OK, Load(id).District);
            }
            catch (Exception ex)
            {
                Trace.TraceError(ex.GetType().Name);
                return Request.CreateErrorResponse(HttpStatusCode.InternalServerError, "The register is not available.");
            }
        }

        private static Citizen Load(string id)
        {
            return new Citizen { Name = id.Trim() };
        }
    }
}
