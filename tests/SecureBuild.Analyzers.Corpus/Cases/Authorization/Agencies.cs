using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.Script.Services;
using System.Web.Services;
using System.Web.SessionState;

namespace Agency.Vehicles.Web
{
    public interface IVehicleRegister
    {
        void Deregister(string plate);
        void Delete(int id);
        string OwnerOf(string plate);
        IList<string> Plates(string owner);
    }

    public static class ServiceLocator
    {
        public static T Resolve<T>() where T : class
        {
            return (T)HttpContext.Current.Items[typeof(T)];
        }
    }

    [System.Web.Mvc.Authorize]
    public class HomeController : Controller
    {
        public ActionResult Index()
        {
            return View();
        }
    }

    // [Bad CWE-862] anybody deregisters vehicles
    public class VehicleController : Controller
    {
        private readonly IVehicleRegister _register = ServiceLocator.Resolve<IVehicleRegister>();

        [System.Web.Mvc.HttpPost]
        [ValidateAntiForgeryToken]
        public ActionResult Deregister(string plate)
        {
            _register.Deregister(plate);
            return RedirectToAction("Index");
        }
    }

    // [Good CWE-862] the action asks for the role itself
    public class OfficeVehicleController : Controller
    {
        private readonly IVehicleRegister _register = ServiceLocator.Resolve<IVehicleRegister>();

        [System.Web.Mvc.HttpPost]
        [ValidateAntiForgeryToken]
        public ActionResult Deregister(string plate)
        {
            if (!User.IsInRole("Officer"))
                throw new HttpException(403, "Officers only.");
            _register.Deregister(plate);
            return RedirectToAction("Index");
        }
    }

    // [Bad CWE-306] the API of the administration has no attribute
    [System.Web.Http.RoutePrefix("api/admin/vehicles")]
    public class AdminVehiclesController : ApiController
    {
        private readonly IVehicleRegister _register = ServiceLocator.Resolve<IVehicleRegister>();

        [System.Web.Http.HttpDelete]
        public IHttpActionResult Delete(int id)
        {
            _register.Delete(id);
            return Ok();
        }
    }

    public class SessionAuthorizeAttribute : System.Web.Mvc.AuthorizeAttribute
    {
        protected override bool AuthorizeCore(HttpContextBase httpContext)
        {
            return httpContext.Session["UserId"] != null;
        }
    }

    // [Good CWE-306] the attribute of the house asks for the session's user
    [SessionAuthorize]
    public class PlateController : Controller
    {
        private readonly IVehicleRegister _register = ServiceLocator.Resolve<IVehicleRegister>();

        [System.Web.Mvc.HttpPost]
        [ValidateAntiForgeryToken]
        public ActionResult Delete(int id)
        {
            _register.Delete(id);
            return RedirectToAction("Index");
        }
    }

    // [Bad CWE-863] the attribute of the house lets everybody in who has a query parameter
    public class KioskAuthorizeAttribute : System.Web.Mvc.AuthorizeAttribute
    {
        protected override bool AuthorizeCore(HttpContextBase httpContext)
        {
            return httpContext.Request.QueryString["isAdmin"] == "1" || base.AuthorizeCore(httpContext);
        }
    }
}
