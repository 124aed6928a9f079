using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Csrf2;

public static class Startup
{
    // [Good CWE-352] all controllers check
    public static void Add(IServiceCollection services)
    {
        services.AddAuthentication("Cookies").AddCookie();
        services.AddControllersWithViews(options => options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()));
    }
}

[Authorize]
public class OrdersController : Controller
{
    static readonly List<string> s_orders = [];

    // [Good CWE-352] the filter of the application checks
    [HttpPost]
    public IActionResult Add(string product)
    {
        s_orders.Add(product);
        return RedirectToAction("Index");
    }

    // [Good CWE-352] and deletion, too
    [HttpDelete("orders/{number:int}")]
    public IActionResult Remove(int number)
    {
        s_orders.RemoveAt(number);
        return NoContent();
    }

    // [Bad CWE-352] this one is excepted
    [HttpPost, IgnoreAntiforgeryToken]
    public IActionResult Clear()
    {
        s_orders.Clear();
        return RedirectToAction("Index");
    }
}
