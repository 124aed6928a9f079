using System;
using System.Web;
using System.Web.Mvc;
using System.Web.Script.Serialization;
using System.Web.UI;

namespace Legacy
{
    public class Theme { public string Name { get; set; } }

    public class PreferencesController : Controller
    {
        // [Bad CWE-502] a resolver for every type
        public ActionResult Load()
        {
            var serializer = new JavaScriptSerializer(new SimpleTypeResolver());
            var theme = serializer.Deserialize<Theme>(Request.Cookies["theme"].Value);
            return View(theme);
        }

        // [Good CWE-502] no resolver
        public ActionResult LoadSafely()
        {
            var theme = new JavaScriptSerializer().Deserialize<Theme>(Request.Cookies["theme"].Value);
            return View(theme);
        }

        // [Bad CWE-502] LosFormatter
        public ActionResult State(string state)
        {
            return View(new LosFormatter().Deserialize(state));
        }

        // [Good CWE-502] a number and a name by hand
        public ActionResult Split(string state)
        {
            var parts = state.Split(':');
            return View(new Theme { Name = parts[0] == "dark" ? "dark" : "light" });
        }
    }
}
