// A filter for all controllers that is added elsewhere.
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Csrf.GlobalFilter;

public static class Registration
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddAuthentication("Cookies").AddCookie();
        services.AddControllersWithViews(Configure);
        return services;
    }

    static void Configure(MvcOptions options) => options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
}

// [Good CWE-352] the filter checks
[Authorize]
public class AddressController : Controller
{
    [HttpPost]
    public IActionResult Change(string street)
    {
        TempData["street"] = street;
        return RedirectToAction("Index");
    }
}

// [Bad CWE-352] one action takes the filter away
[Authorize]
public class PhoneController : Controller
{
    [HttpPost, IgnoreAntiforgeryToken]
    public IActionResult Change(string number)
    {
        TempData["number"] = number;
        return RedirectToAction("Index");
    }
}
