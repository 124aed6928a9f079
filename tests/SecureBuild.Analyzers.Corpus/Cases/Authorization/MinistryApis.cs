using System.Collections.Generic;
using System.Linq;
using System.Security.Principal;
using System.Web;
using System.Web.Http;
using System.Web.Services;
using System.Web.UI;
using System.Web.UI.WebControls;

namespace Ministry.Grants.Services
{
    public class GrantDto
    {
        public int Id { get; set; }
        public decimal Amount { get; set; }
    }

    public interface IGrantService
    {
        GrantDto Find(int id);
        void Remove(int id);
        void ChangeAmount(int id, decimal amount);
    }

    [Authorize(Roles = "GrantOfficer")]
    [RoutePrefix("api/grants")]
    public class GrantsController : ApiController
    {
        private readonly IGrantService _service;

        public GrantsController(IGrantService service)
        {
            _service = service;
        }

        // [Bad CWE-306] removing is open, while reading is not
        [HttpDelete, Route("{id:int}"), AllowAnonymous]
        public IHttpActionResult Delete(int id)
        {
            _service.Remove(id);
            return Ok();
        }

        // [Good CWE-306] officers only, by the class
        [HttpPut, Route("{id:int}/amount")]
        public IHttpActionResult PutAmount(int id, [FromBody] decimal amount)
        {
            _service.ChangeAmount(id, amount);
            return Ok();
        }
    }

    // [Good CWE-862] the page asks for the role first
    public class GrantApproval : Page
    {
        protected GridView grdGrants;
        protected Label lblMessage;

        public IGrantService Service { get; set; }

        protected void grdGrants_RowCommand(object sender, GridViewCommandEventArgs e)
        {
            if (!HttpContext.Current.User.IsInRole("GrantOfficer"))
            {
                Response.StatusCode = 403;
                Response.End();
                return;
            }
            if (e.CommandName == "DeleteGrant")
            {
                Service.Remove(int.Parse((string)e.CommandArgument));
                lblMessage.Text = "Deleted.";
            }
        }
    }

    // [Bad CWE-290] the role is read from a cookie
    public static class RoleResolver
    {
        public static bool IsSupervisor()
        {
            HttpCookie cookie = HttpContext.Current.Request.Cookies["UserRole"];
            if (cookie != null && cookie.Value == "Supervisor")
            {
                HttpContext.Current.User = new GenericPrincipal(new GenericIdentity("supervisor"), new[] { "Supervisor" });
                return true;
            }
            return false;
        }
    }

    // [Good CWE-290] the role comes from what the server keeps
    public static class SessionRoleResolver
    {
        public static bool IsSupervisor()
        {
            var role = HttpContext.Current.Session["UserRole"] as string;
            if (role == "Supervisor")
            {
                HttpContext.Current.User = new GenericPrincipal(HttpContext.Current.User.Identity, new[] { "Supervisor" });
                return true;
            }
            return false;
        }
    }
}
