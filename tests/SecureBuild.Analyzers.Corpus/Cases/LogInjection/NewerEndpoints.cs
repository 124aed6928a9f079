using Grpc.Core;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

namespace Post.Office;

public class ParcelRequest { public string Code { get; set; } = ""; public int Weight { get; set; } }
public class ParcelReply { }

public static class Parcels
{
    [BindServiceMethod(typeof(Parcels), "BindService")]
    public abstract class ParcelsBase
    {
        public virtual Task<ParcelReply> Send(ParcelRequest request, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unknown, ""));
    }
}

// [Bad CWE-117] gRPC: interpolated into the message
public class ParcelsService(ILogger<ParcelsService> logger) : Parcels.ParcelsBase
{
    public override Task<ParcelReply> Send(ParcelRequest request, ServerCallContext context)
    {
        logger.LogInformation($"Parcel {request.Code} weighs {request.Weight}");
        return Task.FromResult(new ParcelReply());
    }
}

// [Good CWE-117] gRPC: a value of the template
public class TemplateParcelsService(ILogger<TemplateParcelsService> logger) : Parcels.ParcelsBase
{
    public override Task<ParcelReply> Send(ParcelRequest request, ServerCallContext context)
    {
        logger.LogInformation("Parcel {Code} weighs {Weight}", request.Code, request.Weight);
        return Task.FromResult(new ParcelReply());
    }
}

// [Bad CWE-117] SignalR: a file of lines
public class CounterHub : Hub
{
    public async Task Call(string number)
    {
        await using var writer = new StreamWriter("/var/log/counter.log", append: true);
        await writer.WriteLineAsync($"{DateTime.UtcNow:O} call {number} by {Context.ConnectionId}");
    }
}

// [Good CWE-117] SignalR: a file of lines, of numbers
public class NumberHub : Hub
{
    public async Task Call(int number)
    {
        await using var writer = new StreamWriter("/var/log/counter.log", append: true);
        await writer.WriteLineAsync($"{DateTime.UtcNow:O} call {number} by {Context.ConnectionId}");
    }
}

// [Bad CWE-117] Razor Pages: the message is concatenated
public class StampModel(ILogger<StampModel> logger) : PageModel
{
    public void OnGet(string design) => logger.LogWarning("No stamp of the design " + design);
}

// [Good CWE-117] Razor Pages: line breaks are taken out before
public class CleanStampModel(ILogger<CleanStampModel> logger) : PageModel
{
    public void OnGet(string design)
    {
        var clean = design.ReplaceLineEndings(" ");
        logger.LogWarning("No stamp of the design " + clean);
    }
}

// [Bad CWE-117] a filter logs the address as text
public class TraceFilter(ILogger<TraceFilter> logger) : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context) => logger.LogDebug("Called with " + context.HttpContext.Request.QueryString.Value);

    public void OnActionExecuted(ActionExecutedContext context) { }
}

public static class PostEndpoints
{
    // [Bad CWE-117] an endpoint filter logs an argument
    public static void MapStamps(this WebApplication app) =>
        app.MapGet("/stamps/{design}", (string design) => Results.Ok()).AddEndpointFilter(async (context, next) =>
        {
            var design = context.GetArgument<string>(0);
            app.Logger.LogInformation("design: " + design);
            return await next(context);
        });

    // [Good CWE-117] an endpoint filter logs how long it took
    public static void MapPrices(this WebApplication app) =>
        app.MapGet("/prices/{design}", (string design) => Results.Ok()).AddEndpointFilter(async (context, next) =>
        {
            var start = TimeProvider.System.GetTimestamp();
            var result = await next(context);
            app.Logger.LogInformation("took " + TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
            return result;
        });
}
