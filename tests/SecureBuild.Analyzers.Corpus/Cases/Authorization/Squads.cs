using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Bookclub.Loans;

public class Loan
{
    public int Id { get; set; }
    public string MemberId { get; set; }
    public DateOnly Due { get; set; }
}

public class LoanDb(DbContextOptions<LoanDb> options) : DbContext(options)
{
    public DbSet<Loan> Loans { get; set; }
}

public sealed record ExtendLoan(int Id) : IRequest<bool>;

public sealed record DeleteLoan(int Id) : IRequest<bool>;

[ApiController, Route("api/loans")]
public sealed class LoansController(ISender sender) : ControllerBase
{
    // [Good CWE-862] members extend
    [HttpPost("{id:int}/extend"), Authorize(Policy = "Members")]
    public async Task<IActionResult> Extend(int id) => await sender.Send(new ExtendLoan(id)) ? NoContent() : NotFound();

    // [Bad CWE-862] everybody deletes
    [HttpDelete("{id:int}")]
    public async Task<IActionResult> Delete(int id) => await sender.Send(new DeleteLoan(id)) ? NoContent() : NotFound();
}

// [Bad CWE-639] the handler extends whatever loan it is told
public sealed class LoanController(LoanDb db) : ControllerBase
{
    [HttpPost("loans/{id:int}/due"), Authorize]
    public async Task<IActionResult> Extend(int id, [FromBody] DateOnly due)
    {
        var loan = await db.Loans.FindAsync(id);
        if (loan is null)
            return NotFound();
        loan.Due = due;
        await db.SaveChangesAsync();
        return NoContent();
    }
}

// [Good CWE-639] the handler extends the caller's own
public sealed class MyLoanController(LoanDb db, IHttpContextAccessor accessor) : ControllerBase
{
    string MemberId => accessor.HttpContext.User.FindFirstValue(ClaimTypes.NameIdentifier);

    [HttpPost("my/loans/{id:int}/due"), Authorize]
    public async Task<IActionResult> Extend(int id, [FromBody] DateOnly due)
    {
        var loan = await db.Loans.SingleOrDefaultAsync(each => each.Id == id && each.MemberId == MemberId);
        if (loan is null)
            return NotFound();
        loan.Due = due;
        await db.SaveChangesAsync();
        return NoContent();
    }
}

// [Bad CWE-863] a header that anybody may send takes the place of the user
public sealed class ApiKeyFilter(IConfiguration configuration, ILogger<ApiKeyFilter> logger) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (context.HttpContext.Request.Headers["X-Role"] == "service")
        {
            await next();
            return;
        }
        if (context.HttpContext.User.Identity?.IsAuthenticated != true)
        {
            context.Result = new UnauthorizedResult();
            return;
        }
        await next();
    }
}

// [Good CWE-863] the filter refuses
public sealed class SignedInFilter : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (context.HttpContext.User.Identity?.IsAuthenticated != true)
        {
            context.Result = new UnauthorizedResult();
            return;
        }
        await next();
    }
}

public static class LoanEndpoints
{
    // [Bad CWE-862] the endpoints of the administration before the group's question
    public static void MapAdmin(this WebApplication app)
    {
        var admin = app.MapGroup("/admin/loans");
        admin.MapDelete("/", async (LoanDb db, ISender sender) => await sender.Send(new DeleteLoan(0)));
    }

    // [Good CWE-862] the endpoints of the administration behind it
    public static void MapGuardedAdmin(this WebApplication app)
    {
        var admin = app.MapGroup("/admin/loans");
        admin.RequireAuthorization(policy => policy.RequireRole("librarian"));
        admin.MapDelete("/all", async (LoanDb db, ISender sender) => await sender.Send(new DeleteLoan(0)));
    }
}
