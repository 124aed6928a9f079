using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.SignalR;

namespace Parcelpoint.Depots;

public sealed class DepotRequest { public string Id { get; set; } = ""; }
public sealed class DepotReply { public string State { get; set; } = ""; }

public interface IDepots
{
    Task RemoveAsync(string id);
    Task RenameAsync(string id, string name);
    Task<string> StateAsync(string id);
}

[BindServiceMethod(typeof(DepotService), "BindService")]
public abstract class DepotBase
{
    public virtual Task<DepotReply> RemoveDepot(DepotRequest request, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unknown, ""));
    public virtual Task<DepotReply> GetDepot(DepotRequest request, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unknown, ""));
}

[Authorize]
public sealed class OtherService;

// [Bad CWE-306] a service that removes for everybody who can call
public sealed class DepotService(IDepots depots) : DepotBase
{
    public override async Task<DepotReply> RemoveDepot(DepotRequest request, ServerCallContext context)
    {
        await depots.RemoveAsync(request.Id);
        return new() { State = "removed" };
    }
}

// [Good CWE-306] a service of users
[Authorize(Policy = "Depots")]
public sealed class SecuredDepotService(IDepots depots) : DepotBase
{
    public override async Task<DepotReply> RemoveDepot(DepotRequest request, ServerCallContext context)
    {
        await depots.RemoveAsync(request.Id);
        return new() { State = "removed" };
    }
}

// [Bad CWE-306] a hub that renames for everybody
public sealed class DepotHub(IDepots depots) : Hub
{
    public Task RenameDepot(string id, string name) => depots.RenameAsync(id, name);
}

// [Good CWE-306] a hub of users
[Authorize]
public sealed class SecuredDepotHub(IDepots depots) : Hub
{
    public Task RenameDepot(string id, string name) => depots.RenameAsync(id, name);
}

// [Bad CWE-306] a page of the administration that has no user
[Route("/admin/depots")]
public class DepotAdminPage : ComponentBase
{
    [Inject] public IDepots Depots { get; set; }

    protected async Task DeleteDepotAsync(string id)
    {
        await Depots.RemoveAsync(id);
        StateHasChanged();
    }
}

// [Good CWE-306] a page of the administration for its role
[Route("/admin/depots/secured")]
[Authorize(Roles = "Admin")]
public class SecuredDepotAdminPage : ComponentBase
{
    [Inject] public IDepots Depots { get; set; }

    protected async Task DeleteDepotAsync(string id)
    {
        await Depots.RemoveAsync(id);
        StateHasChanged();
    }
}

// [Bad CWE-290] the middleware believes the header of the gateway from anybody
public sealed class GatewayUserMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.TryGetValue("X-User-Id", out var user))
            context.User = new(new System.Security.Claims.ClaimsIdentity([new("sub", user.ToString())], "Gateway"));
        return next(context);
    }
}

// [Good CWE-290] the middleware notes the header for the trace only
public sealed class CorrelationMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.TryGetValue("X-Correlation-Id", out var id) && Guid.TryParse(id, out var guid))
            context.TraceIdentifier = guid.ToString("N");
        return next(context);
    }
}
