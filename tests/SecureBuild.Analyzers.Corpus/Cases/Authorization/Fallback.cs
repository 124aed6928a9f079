using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Authorization2;

public static class Startup
{
    // [Good CWE-862] everything needs a user unless it says otherwise
    public static void Add(IServiceCollection services)
    {
        services.AddAuthentication("Cookies").AddCookie();
        services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddControllers();
    }
}

// [Good CWE-862] the fallback protects it
[ApiController, Route("api/prices")]
public class PricesController : ControllerBase
{
    static readonly Dictionary<int, decimal> s_prices = [];

    [HttpPut("{id:int}")]
    public IActionResult Set(int id, decimal price)
    {
        s_prices[id] = price;
        return NoContent();
    }
}

// [Bad CWE-306] it says otherwise
[ApiController, Route("api/discounts"), AllowAnonymous]
public class DiscountsController : ControllerBase
{
    static readonly Dictionary<int, decimal> s_discounts = [];

    [HttpDelete("{id:int}")]
    public IActionResult Remove(int id)
    {
        s_discounts.Remove(id);
        return NoContent();
    }
}
