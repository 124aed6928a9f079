// Who may do what: filters, groups, services by gRPC, handlers.
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Corpus.Authorization.Lofts;

public sealed record TenantRequest(string Id, string Name);
public sealed record TenantReply(string Id);
public sealed class Tenant { public string Id { get; set; } = ""; public string Name { get; set; } = ""; public string OwnerId { get; set; } = ""; }
public sealed class TenantStore : DbContext { public DbSet<Tenant> Tenants => Set<Tenant>(); }

[BindServiceMethod(typeof(Tenants), "BindService")]
public abstract class TenantsBase
{
    public virtual Task<TenantReply> Delete(TenantRequest request, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unknown, ""));
    public virtual Task<TenantReply> Rename(TenantRequest request, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unknown, ""));
}

public static class Tenants { public static void BindService() { } }

// [Bad CWE-862] a gRPC service that removes tenants and asks nobody
public sealed class TenantService(TenantStore store) : TenantsBase
{
    public override async Task<TenantReply> Delete(TenantRequest request, ServerCallContext context)
    {
        var tenant = await store.Tenants.FindAsync(request.Id) ?? throw new RpcException(new Status(StatusCode.NotFound, request.Id));
        store.Tenants.Remove(tenant);
        await store.SaveChangesAsync(context.CancellationToken);
        return new(tenant.Id);
    }
}

// [Good CWE-862] the same with a policy on the class
[Authorize(Policy = "operators")]
public sealed class GuardedTenantService(TenantStore store) : TenantsBase
{
    public override async Task<TenantReply> Delete(TenantRequest request, ServerCallContext context)
    {
        var tenant = await store.Tenants.FindAsync(request.Id) ?? throw new RpcException(new Status(StatusCode.NotFound, request.Id));
        store.Tenants.Remove(tenant);
        await store.SaveChangesAsync(context.CancellationToken);
        return new(tenant.Id);
    }
}

public static class TenantEndpoints
{
    // [Bad CWE-862] a group for administration without any requirement
    public static RouteGroupBuilder MapTenantAdministration(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/admin/tenants").WithTags("Administration");
        group.MapDelete("/{id}", RemoveAsync);
        return group;

        static async Task<Results<NoContent, NotFound>> RemoveAsync(string id, TenantStore store)
        {
            if (await store.Tenants.FindAsync(id) is not { } tenant)
                return TypedResults.NotFound();
            store.Tenants.Remove(tenant);
            await store.SaveChangesAsync();
            return TypedResults.NoContent();
        }
    }

    // [Good CWE-862] the group requires a role
    public static RouteGroupBuilder MapTenantSupport(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/support/tenants").RequireAuthorization(policy => policy.RequireRole("Support"));
        group.MapDelete("/{id}", async (string id, TenantStore store) =>
        {
            if (await store.Tenants.FindAsync(id) is not { } tenant)
                return Results.NotFound();
            store.Tenants.Remove(tenant);
            await store.SaveChangesAsync();
            return Results.NoContent();
        });
        return group;
    }
}

// [Bad CWE-862] the check is left when the request says that it comes from inside
public sealed class OperatorFilterAttribute : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.Headers["X-Internal"] == "1")
            return;
        if (!context.HttpContext.User.IsInRole("Operator"))
            context.Result = new ForbidResult();
    }
}

// [Good CWE-862] a filter that asks for the role
public sealed class AuditorFilterAttribute : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (!context.HttpContext.User.IsInRole("Auditor"))
            context.Result = new ForbidResult();
    }
}

public sealed class QuotaRequirement(int least) : IAuthorizationRequirement { public int Least => least; }

// [Bad CWE-863] succeeds whether or not the claim is there
public sealed class QuotaHandler : AuthorizationHandler<QuotaRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, QuotaRequirement requirement)
    {
        context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

// [Good CWE-863] succeeds when the claim is high enough
public sealed class StrictQuotaHandler : AuthorizationHandler<QuotaRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, QuotaRequirement requirement)
    {
        if (int.TryParse(context.User.FindFirst("quota")?.Value, out var quota) && quota >= requirement.Least)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

// [Bad CWE-639] anybody's tenant by its id, though users are known
[ApiController, Route("tenants"), Authorize]
public sealed class TenantsController(TenantStore store) : ControllerBase
{
    [HttpPut("{id}/name")]
    public async Task<IActionResult> Rename(string id, [FromBody] string name)
    {
        var tenant = await store.Tenants.SingleOrDefaultAsync(each => each.Id == id);
        if (tenant is null)
            return NotFound();
        tenant.Name = name;
        await store.SaveChangesAsync();
        return Ok(tenant);
    }
}

// [Good CWE-639] only among one's own tenants
[ApiController, Route("my/tenants"), Authorize]
public sealed class OwnTenantsController(TenantStore store) : ControllerBase
{
    string Me => User.FindFirst("sub")!.Value;

    [HttpPut("{id}/name")]
    public async Task<IActionResult> Rename(string id, [FromBody] string name)
    {
        var tenant = await store.Tenants.SingleOrDefaultAsync(each => each.Id == id && each.OwnerId == Me);
        if (tenant is null)
            return NotFound();
        tenant.Name = name;
        await store.SaveChangesAsync();
        return Ok(tenant);
    }
}
