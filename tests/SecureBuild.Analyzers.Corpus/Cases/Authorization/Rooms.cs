// Who may start an operation.
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

namespace Corpus.Authorization.Rooms;

public interface IOrders { Task DeleteAsync(int id); Task<int> CountAsync(); Task RefundAsync(int id, decimal amount); }

// [Bad CWE-862] most of the controller wants a user, the deletion does not
public class OrdersController(IOrders orders) : ControllerBase
{
    [Authorize, HttpGet("/orders/count")]
    public Task<int> Count() => orders.CountAsync();

    [HttpDelete("/orders/{id}")]
    public Task Delete(int id) => orders.DeleteAsync(id);
}

// [Bad CWE-862] anonymous on an action that pays money back
[Authorize(Roles = "Cashier")]
[Route("refunds")]
public class RefundsController(IOrders orders) : ControllerBase
{
    [AllowAnonymous]
    [HttpPost("{id}")]
    public Task Refund(int id, decimal amount) => orders.RefundAsync(id, amount);
}

// [Good CWE-862] anonymous is only the sign-in
[Authorize]
[Route("account")]
public class AccountController(Microsoft.AspNetCore.Identity.SignInManager<Microsoft.AspNetCore.Identity.IdentityUser> manager) : ControllerBase
{
    [AllowAnonymous]
    [HttpPost("login")]
    public async Task<IActionResult> Login(string user, string password) =>
        (await manager.PasswordSignInAsync(user, password, false, lockoutOnFailure: true)).Succeeded ? Ok() : Unauthorized();
}

// [Bad CWE-862] a group for administrators without a requirement
public static class AdminEndpoints
{
    public static IEndpointRouteBuilder MapAdmin(this IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup("/admin");
        admin.MapDelete("/orders/{id:int}", (int id, IOrders orders) => orders.DeleteAsync(id));
        return routes;
    }
}

// [Good CWE-862] a group for administrators with a requirement
public static class AdminEndpointsGood
{
    public static IEndpointRouteBuilder MapAdminGood(this IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup("/admin").RequireAuthorization("Administrators");
        admin.MapDelete("/orders/{id:int}", (int id, IOrders orders) => orders.DeleteAsync(id));
        return routes;
    }
}

// [Bad CWE-862] a group with a requirement and one endpoint that gives it up
public static class MixedEndpoints
{
    public static void Map(WebApplication app)
    {
        var group = app.MapGroup("/orders").RequireAuthorization();
        group.MapGet("/count", (IOrders orders) => orders.CountAsync());
        group.MapPost("/{id:int}/refund", Refund).AllowAnonymous();
    }

    static Task Refund(int id, decimal amount, IOrders orders) => orders.RefundAsync(id, amount);
}

// [Bad CWE-862] a hub that everybody may call
public class AdminHub(IOrders orders) : Hub
{
    public Task DeleteOrder(int id) => orders.DeleteAsync(id);
}

// [Good CWE-862] a hub for administrators
[Authorize(Roles = "Admin")]
public class AdminGoodHub(IOrders orders) : Hub
{
    public Task DeleteOrder(int id) => orders.DeleteAsync(id);
}

// [Bad CWE-862] a handler that grants whatever is asked
public sealed class OwnerRequirement : IAuthorizationRequirement;
// [same case]
public sealed class OwnerHandler : AuthorizationHandler<OwnerRequirement, int>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OwnerRequirement requirement, int resource)
    {
        context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

// [Good CWE-862] a handler that looks at the user
public sealed class AgeRequirement : IAuthorizationRequirement;
// [same case]
public sealed class AgeHandler : AuthorizationHandler<AgeRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AgeRequirement requirement)
    {
        if (context.User.FindFirst("birthdate") is { Value: var text } && DateOnly.TryParse(text, out var born) && born.AddYears(18) <= DateOnly.FromDateTime(DateTime.UtcNow))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

// [Bad CWE-862] a policy whose assertion is always true
public static class Policies
{
    public static void Add(IServiceCollection services) => services.AddAuthorization(options =>
        options.AddPolicy("Managers", policy => policy.RequireAssertion(_ => true)));
}

// [Bad CWE-639] anybody's order by its number
[Authorize]
[ApiController]
[Route("api/my-orders")]
public class MyOrdersController(Microsoft.EntityFrameworkCore.DbSet<OrderRow> rows) : ControllerBase
{
    [HttpGet("{id:int}")]
    public IActionResult Get(int id)
    {
        var order = rows.FirstOrDefault(row => row.Id == id);
        return order is null ? NotFound() : Ok(order);
    }
}

public class OrderRow { public int Id { get; set; } public string OwnerId { get; set; } = ""; public string CardNumber { get; set; } = ""; }

// [Good CWE-639] only the own order
[Authorize]
[ApiController]
[Route("api/own-orders")]
public class OwnOrdersController(Microsoft.EntityFrameworkCore.DbSet<OrderRow> rows) : ControllerBase
{
    [HttpGet("{id:int}")]
    public IActionResult Get(int id)
    {
        var user = User.FindFirst("sub")!.Value;
        var order = rows.FirstOrDefault(row => row.Id == id && row.OwnerId == user);
        return order is null ? NotFound() : Ok(order);
    }
}

// [Bad CWE-285] the check's failure is swallowed and the work is done
public class SwallowingController(IAuthorizationService authorization, IOrders orders) : ControllerBase
{
    [Authorize, HttpPost("/swallow/{id}")]
    public async Task<IActionResult> Delete(int id)
    {
        try
        {
            var result = await authorization.AuthorizeAsync(User, id, "Owner");
            if (!result.Succeeded)
                return Forbid();
        }
        catch (Exception)
        {
            // the policy service is down
        }
        await orders.DeleteAsync(id);
        return NoContent();
    }
}

// [Bad CWE-862] the result of the check is not looked at
public class UnreadResultController(IAuthorizationService authorization, IOrders orders) : ControllerBase
{
    [Authorize, HttpPost("/unread/{id}")]
    public async Task<IActionResult> Delete(int id)
    {
        await authorization.AuthorizeAsync(User, id, "Owner");
        await orders.DeleteAsync(id);
        return NoContent();
    }
}

// [Good CWE-862] the result decides
public class ReadResultController(IAuthorizationService authorization, IOrders orders) : ControllerBase
{
    [Authorize, HttpPost("/read/{id}")]
    public async Task<IActionResult> Delete(int id)
    {
        var allowed = await authorization.AuthorizeAsync(User, id, "Owner");
        if (!allowed.Succeeded)
            return Forbid();
        await orders.DeleteAsync(id);
        return NoContent();
    }
}
