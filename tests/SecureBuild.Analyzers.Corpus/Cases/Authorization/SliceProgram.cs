using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication("Bearer").AddJwtBearer();
builder.Services.AddAuthorizationBuilder()
    .AddPolicy("Couriers", policy => policy.RequireRole("courier"));
builder.Services.AddHostedService<Nightly>();
builder.Services.AddSingleton<Routes>();

var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();

var api = app.MapGroup("/api/v1");
var couriers = api.MapGroup("/couriers").RequireAuthorization("Couriers");
var tours = api.MapGroup("/tours");

// [Good CWE-862] the group asks for couriers
couriers.MapPost("/{id:int}/tours", (int id, [FromBody] Tour tour, Routes routes) => routes.Add(id, tour));

// [Bad CWE-862] the group asks nobody
tours.MapDelete("/{id:int}", (int id, Routes routes) => routes.Remove(id));

// [Good CWE-862] the endpoint asks itself
tours.MapPut("/{id:int}", (int id, [FromBody] Tour tour, Routes routes) => routes.Add(id, tour)).RequireAuthorization();

// [Bad CWE-862] a method group without a question
tours.MapPost("/{id:int}/complete", Handlers.Complete).WithName("Complete").Produces(204);

// [Good CWE-862] a method group with its own attribute
tours.MapPost("/{id:int}/start", Handlers.Start).WithName("Start").Produces(204);

app.Run();

public sealed record Tour(string Name, string[] Stops);

public static class Handlers
{
    public static IResult Complete(int id, Routes routes)
    {
        routes.Remove(id);
        return Results.NoContent();
    }

    [Authorize(Policy = "Couriers")]
    public static IResult Start(int id, Routes routes)
    {
        routes.Add(id, new("started", []));
        return Results.NoContent();
    }
}

public sealed class Routes
{
    readonly System.Collections.Concurrent.ConcurrentDictionary<int, Tour> _tours = new();

    public void Add(int id, Tour tour) => _tours[id] = tour;

    public bool Remove(int id) => _tours.TryRemove(id, out _);
}

public sealed class Nightly(Routes routes) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        routes.Remove(0);
        return Task.CompletedTask;
    }
}
