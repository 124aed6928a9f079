using System.Security.Claims;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Parcelpoint.Features;

public class Shipment
{
    public Guid Id { get; set; }
    public string CustomerId { get; set; }
    public string Address { get; set; }
}

public class AppDb(DbContextOptions<AppDb> options) : DbContext(options)
{
    public DbSet<Shipment> Shipments { get; set; }
}

public interface IEndpoint
{
    void Map(IEndpointRouteBuilder app);
}

public interface ICurrentUser
{
    string Id { get; }
}

// [Bad CWE-862] the group asks nobody, and shipments go away
public sealed class RemoveShipment : IEndpoint
{
    public sealed record Command(Guid Id) : IRequest<bool>;

    public void Map(IEndpointRouteBuilder app) => app.MapGroup("/shipments").WithTags("Shipments")
        .MapDelete("/{id:guid}", async (Guid id, ISender sender) => await sender.Send(new Command(id)) ? Results.NoContent() : Results.NotFound());
}

// [Good CWE-862] the group asks for a user
public sealed class CancelShipment : IEndpoint
{
    public sealed record Command(Guid Id) : IRequest<bool>;

    public void Map(IEndpointRouteBuilder app) => app.MapGroup("/shipments").WithTags("Shipments").RequireAuthorization()
        .MapDelete("/{id:guid}/cancel", async (Guid id, ISender sender) => await sender.Send(new Command(id)) ? Results.NoContent() : Results.NotFound());
}

// [Bad CWE-862] within the closed group one endpoint is open, and it writes
public sealed class ShipmentModule : IEndpoint
{
    public void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/shipments").RequireAuthorization("Dispatchers");
        group.MapPut("/{id:guid}/address", async (Guid id, [FromBody] string address, AppDb db) =>
        {
            var shipment = await db.Shipments.FindAsync(id);
            shipment.Address = address;
            await db.SaveChangesAsync();
            return Results.Ok();
        }).AllowAnonymous();
    }
}

// [Good CWE-862] within the closed group reading the state is open
public sealed class ShipmentStatusModule : IEndpoint
{
    public void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/shipments").RequireAuthorization("Dispatchers");
        group.MapGet("/health", () => Results.Ok("up")).AllowAnonymous();
    }
}

/// <summary>Base class of the endpoints of this code base.</summary>
public abstract class Endpoint<TRequest>(string pattern) : IEndpoint where TRequest : notnull
{
    protected virtual bool Anonymous => false;

    protected abstract Task<IResult> HandleAsync(TRequest request, ClaimsPrincipal user, CancellationToken cancellation);

    public void Map(IEndpointRouteBuilder app)
    {
        var route = app.MapPost(pattern, async ([FromBody] TRequest request, ClaimsPrincipal user, CancellationToken cancellation) => await HandleAsync(request, user, cancellation));
        if (Anonymous)
            route.AllowAnonymous();
        else
            route.RequireAuthorization();
    }
}

public sealed record ChangeAddress(Guid Id, string Address);

// [Good CWE-862] the base class asks for a user, unless told otherwise
public sealed class ChangeAddressEndpoint(AppDb db, ICurrentUser current) : Endpoint<ChangeAddress>("/shipments/address")
{
    protected override async Task<IResult> HandleAsync(ChangeAddress request, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var shipment = await db.Shipments.FirstOrDefaultAsync(each => each.Id == request.Id && each.CustomerId == current.Id, cancellation);
        if (shipment is null)
            return Results.NotFound();
        shipment.Address = request.Address;
        await db.SaveChangesAsync(cancellation);
        return Results.NoContent();
    }
}

public static class ShipmentQueries
{
    public sealed record Query(Guid Id) : IRequest<Shipment>;

    // [Bad CWE-639] the endpoint gives every user every shipment
    public static IEndpointRouteBuilder MapShipments(this IEndpointRouteBuilder app)
    {
        app.MapGet("/my/shipments/{id:guid}", async (Guid id, AppDb db) => await db.Shipments.FirstOrDefaultAsync(each => each.Id == id)).RequireAuthorization();
        return app;
    }

    // [Good CWE-639] the endpoint asks whose it is
    public static IEndpointRouteBuilder MapMyShipments(this IEndpointRouteBuilder app)
    {
        app.MapGet("/mine/{id:guid}", async (Guid id, AppDb db, ClaimsPrincipal user) =>
            await db.Shipments.FirstOrDefaultAsync(each => each.Id == id && each.CustomerId == user.FindFirstValue(ClaimTypes.NameIdentifier))).RequireAuthorization();
        return app;
    }
}

// [Bad CWE-290] a filter for endpoints that lets pass who says to be internal
public sealed class InternalFilter : IEndpointFilter
{
    public async ValueTask<object> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.Headers["X-Internal"] == "true" || http.User.IsInRole("Ops"))
            return await next(context);
        return Results.Forbid();
    }
}

// [Good CWE-290] a filter for endpoints that asks for the role
public sealed class OpsFilter : IEndpointFilter
{
    public async ValueTask<object> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.User.Identity is { IsAuthenticated: true } && http.User.IsInRole("Ops"))
            return await next(context);
        return Results.Forbid();
    }
}

// [Bad CWE-863] the requirement is met by everybody
public sealed class TenantRequirement : IAuthorizationRequirement;

// [same case]
public sealed class TenantHandler : AuthorizationHandler<TenantRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, TenantRequirement requirement)
    {
        context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

// [Good CWE-863] the requirement is met by the tenant's users
public sealed record OwnTenantRequirement(string Tenant) : IAuthorizationRequirement;

// [same case]
public sealed class OwnTenantHandler : AuthorizationHandler<OwnTenantRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OwnTenantRequirement requirement)
    {
        if (context.User.HasClaim("tenant", requirement.Tenant))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
