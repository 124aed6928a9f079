using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Parcelpoint.Reports;

public sealed record Row(int Id, string Text);

public class ReportDb(DbContextOptions<ReportDb> options) : DbContext(options)
{
    public DbSet<Entry> Entries { get; set; }
}

public class Entry
{
    public int Id { get; set; }
    public string Text { get; set; }
}

public static class ReportEndpoints
{
    // [Bad CWE-770] an endpoint without a limit of the body
    public static void MapUpload(IEndpointRouteBuilder app) =>
        app.MapPost("/reports", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            return Results.Ok((await reader.ReadToEndAsync()).Length);
        }).WithMetadata(new DisableRequestSizeLimitAttribute()).RequireAuthorization();

    // [Good CWE-770] an endpoint with its limit
    public static void MapLimitedUpload(IEndpointRouteBuilder app) =>
        app.MapPost("/reports/limited", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            return Results.Ok((await reader.ReadToEndAsync()).Length);
        }).WithMetadata(new RequestSizeLimitAttribute(1_000_000)).RequireAuthorization();

    // [Bad CWE-789] as many as the client wants, before the first is read
    public static void MapBuffer(IEndpointRouteBuilder app) =>
        app.MapGet("/reports/buffer", (int count) => Results.Ok(new List<Row>(count).Capacity)).RequireAuthorization();

    // [Good CWE-789] as many as the client wants, up to a hundred
    public static void MapLimitedBuffer(IEndpointRouteBuilder app) =>
        app.MapGet("/reports/buffer/limited", (int count) => Results.Ok(new List<Row>(Math.Clamp(count, 0, 100)).Capacity)).RequireAuthorization();
}
