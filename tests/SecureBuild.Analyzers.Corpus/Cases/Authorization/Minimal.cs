using Microsoft.AspNetCore.Authorization;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication("Bearer").AddJwtBearer(options => { options.Authority = "https://login.shop.example"; options.Audience = "stock"; });
builder.Services.AddAuthorization(options => options.AddPolicy("stock", policy => policy.RequireClaim("scope", "stock.write")));
var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
var stock = new Dictionary<int, int>();

// [Good CWE-862] a public list
app.MapGet("/stock", () => stock);

// [Good CWE-862] a change with a policy
app.MapPut("/stock/{id:int}", (int id, int count) => { stock[id] = count; return Results.NoContent(); }).RequireAuthorization("stock");

// [Bad CWE-862] a deletion without any
app.MapDelete("/stock/{id:int}", (int id) => stock.Remove(id) ? Results.NoContent() : Results.NotFound());

// [Bad CWE-306] a change that says it wants none
app.MapPost("/stock/reset", () => { stock.Clear(); return Results.NoContent(); }).AllowAnonymous();

// [Good CWE-862] the attribute on the lambda
app.MapPost("/stock/recount", [Authorize(Policy = "stock")] () => { stock.Clear(); return Results.Accepted(); });

// [Good CWE-862] a check for the load balancer
app.MapGet("/health", () => Results.Ok()).AllowAnonymous();

// [Bad CWE-862] an administrator's function without any
app.MapPost("/admin/shutdown", (IHostApplicationLifetime lifetime) => { lifetime.StopApplication(); return Results.Accepted(); });

app.Run();
