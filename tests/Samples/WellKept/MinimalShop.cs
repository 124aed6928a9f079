using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace WellKept.MinimalShop;

/// <summary>A shop's interface: browsers sign in with a cookie, partners with a token.</summary>
public static class ShopApplication
{
    const string PartnerPolicy = "partner";
    const string SignInLimit = "sign-in";

    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var services = builder.Services;
        services.AddScoped<ShopContext>();
        services.AddScoped<Orders>();
        services.AddSingleton(TimeProvider.System);
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context => context.ProblemDetails.Extensions["trace"] = context.HttpContext.TraceIdentifier);
        services.AddAntiforgery(options =>
        {
            options.HeaderName = "X-XSRF-TOKEN";
            options.Cookie.Name = "__Host-xsrf";
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.Configure<IdentityOptions>(options =>
        {
            options.Password.RequiredLength = 14;
            options.Password.RequiredUniqueChars = 6;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            options.SignIn.RequireConfirmedEmail = true;
        });
        AddAuthentication(services, builder.Configuration.GetRequiredSection("Authentication"));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(PartnerPolicy, policy => policy.AddAuthenticationSchemes(JwtBearerDefaults.AuthenticationScheme).RequireClaim("scope", "orders.read"));
        services.AddRateLimiter(AddLimits);
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Add(System.Net.IPAddress.Parse("10.20.0.5"));
        });
        services.AddCors(options => options.AddPolicy("storefront", policy => policy
            .WithOrigins(builder.Configuration.GetSection("Cors:Origins").Get<string[]>() ?? [])
            .AllowCredentials().WithMethods(HttpMethods.Get, HttpMethods.Post).AllowAnyHeader()));

        var app = builder.Build();
        app.UseForwardedHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
            app.UseExceptionHandler(Failing);
        }
        app.UseHttpsRedirection();
        app.Use(AddHeaders);
        app.UseCors("storefront");
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        MapProducts(app.MapGroup("/products").AllowAnonymous());
        MapOrders(app.MapGroup("/orders").RequireAuthorization());
        MapAccount(app.MapGroup("/account"));
        return app;
    }

    static void AddAuthentication(IServiceCollection services, IConfigurationSection settings)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options =>
            {
                options.Cookie = new CookieBuilder
                {
                    Name = "__Host-shop",
                    HttpOnly = true,
                    SecurePolicy = CookieSecurePolicy.Always,
                    SameSite = SameSiteMode.Lax,
                };
                options.SlidingExpiration = true;
                options.ExpireTimeSpan = TimeSpan.FromHours(1);
                options.Events.OnRedirectToLogin = context =>
                {
                    if (context.Request.Path.StartsWithSegments("/orders"))
                        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    else
                        context.Response.Redirect(context.RedirectUri);
                    return Task.CompletedTask;
                };
            })
            .AddJwtBearer(options =>
            {
                options.Authority = settings["Authority"];
                options.Audience = "shop";
                options.RequireHttpsMetadata = true;
                options.TokenValidationParameters = new TokenValidationParameters
                {
                    ValidateIssuer = true,
                    ValidateAudience = true,
                    ValidateLifetime = true,
                    ValidateIssuerSigningKey = true,
                    ClockSkew = TimeSpan.FromSeconds(30),
                    ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
                };
            });
    }

    static void AddLimits(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddFixedWindowLimiter(SignInLimit, window =>
        {
            window.PermitLimit = 5;
            window.Window = TimeSpan.FromMinutes(1);
            window.QueueLimit = 0;
        });
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
            context.User.Identity?.Name ?? context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new TokenBucketRateLimiterOptions { TokenLimit = 100, TokensPerPeriod = 20, ReplenishmentPeriod = TimeSpan.FromSeconds(10), QueueLimit = 0 }));
        options.OnRejected = (context, _) =>
        {
            if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
                context.HttpContext.Response.Headers.RetryAfter = ((int)after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    }

    static void Failing(IApplicationBuilder app) => app.Run(async context =>
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Shop").LogError(error, "Request {Trace} failed", context.TraceIdentifier);
        context.Response.StatusCode = error is ValidationException ? StatusCodes.Status400BadRequest : StatusCodes.Status500InternalServerError;
        await context.Response.WriteAsJsonAsync(new ProblemDetails { Title = "The request failed.", Status = context.Response.StatusCode, Instance = context.TraceIdentifier });
    });

    static Task AddHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        return next(context);
    }

    static void MapProducts(RouteGroupBuilder products)
    {
        products.MapGet("/", async (ShopContext shop, [FromQuery] string? search, [FromQuery] int page = 1, [FromQuery] string sort = "name") =>
        {
            var found = shop.Products.AsNoTracking();
            if (!string.IsNullOrWhiteSpace(search))
                found = found.Where(product => product.Name.Contains(search) || product.Description.StartsWith(search));
            found = sort switch
            {
                "price" => found.OrderBy(product => product.Price),
                "newest" => found.OrderByDescending(product => product.Added),
                _ => found.OrderBy(product => product.Name),
            };
            return Results.Ok(await found.Skip(20 * (Math.Clamp(page, 1, 500) - 1)).Take(20).Select(product => new ProductView(product.Id, product.Name, product.Price)).ToListAsync());
        });
        products.MapGet("/{id:int}", async Task<Results<Ok<ProductView>, NotFound>> (int id, ShopContext shop) =>
            await shop.Products.FindAsync(id) is { } product ? TypedResults.Ok(new ProductView(product.Id, product.Name, product.Price)) : TypedResults.NotFound());
        products.MapGet("/by-tag/{tag}", async (string tag, ShopContext shop) =>
            await shop.Products.FromSql($"SELECT p.* FROM products p JOIN tags t ON t.product_id = p.id WHERE t.name = {tag}").ToListAsync());
        products.MapGet("/{id:int}/picture", (int id, IWebHostEnvironment environment) =>
        {
            var file = environment.ContentRootFileProvider.GetFileInfo(Path.Combine("pictures", id.ToString(CultureInfo.InvariantCulture) + ".webp"));
            return file.Exists ? Results.Stream(file.CreateReadStream(), "image/webp") : Results.NotFound();
        });
    }

    static void MapOrders(RouteGroupBuilder orders)
    {
        orders.MapGet("/", (ClaimsPrincipal user, Orders all, CancellationToken cancellation) => all.OfAsync(UserId(user), cancellation));
        orders.MapGet("/export", (Orders all) => all.ExportAsync()).RequireAuthorization(PartnerPolicy);
        orders.MapPost("/", async (NewOrder order, ClaimsPrincipal user, Orders all, ILogger<Orders> log, CancellationToken cancellation) =>
        {
            if (!order.IsValid(out var problems))
                return Results.ValidationProblem(problems);
            var id = await all.AddAsync(UserId(user), order, cancellation);
            log.LogInformation("User {User} ordered {Count} lines as {Order}", UserId(user), order.Lines.Count, id);
            return Results.Created($"/orders/{id}", new { id });
        });
        orders.MapDelete("/{id:guid}", async (Guid id, ClaimsPrincipal user, Orders all, CancellationToken cancellation) =>
            await all.CancelAsync(UserId(user), id, cancellation) ? Results.NoContent() : Results.NotFound());
    }

    static void MapAccount(RouteGroupBuilder account)
    {
        account.MapPost("/sign-in", async ([FromForm] string name, [FromForm] string password, [FromForm] string? returnUrl, HttpContext context, Accounts accounts) =>
        {
            if (await accounts.CheckAsync(name, password, context.RequestAborted) is not { } id)
                return Results.Redirect("/sign-in?failed=true");
            var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id.ToString()), new(ClaimTypes.Name, name)], CookieAuthenticationDefaults.AuthenticationScheme);
            await context.SignInAsync(new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = false });
            return Results.LocalRedirect(IsLocal(returnUrl) ? returnUrl! : "/");
        }).AllowAnonymous().RequireRateLimiting(SignInLimit);
        account.MapPost("/sign-out", async (HttpContext context) =>
        {
            await context.SignOutAsync();
            return Results.SignOut();
        });
        account.MapGet("/me", (ClaimsPrincipal user) => new { name = user.Identity!.Name, roles = user.FindAll(ClaimTypes.Role).Select(claim => claim.Value) });
    }

    static Guid UserId(ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);

    static bool IsLocal(string? url) => url is ['/', not ('/' or '\\'), ..] or "/";
}

public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Product> Products => Set<Product>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Account> Accounts => Set<Account>();
}

public sealed class Product
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public string Description { get; set; } = "";

    public decimal Price { get; set; }

    public DateTimeOffset Added { get; set; }
}

public sealed class Order
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid Customer { get; init; }

    public string Note { get; set; } = "";

    public List<OrderLine> Lines { get; init; } = [];

    public OrderState State { get; set; }
}

public enum OrderState { Placed, Sent, Cancelled }

public sealed record OrderLine([property: Range(1, int.MaxValue)] int Product, [property: Range(1, 99)] int Count);

public sealed record ProductView(int Id, string Name, decimal Price);

public sealed record NewOrder(List<OrderLine> Lines, string? Note)
{
    public bool IsValid(out Dictionary<string, string[]> problems)
    {
        problems = [];
        if (Lines is not { Count: > 0 and <= 100 })
            problems[nameof(Lines)] = ["An order has between one and a hundred lines."];
        if (Note is { Length: > 500 })
            problems[nameof(Note)] = ["The note is too long."];
        return problems.Count == 0;
    }
}

public sealed class Account
{
    public Guid Id { get; init; }

    public required string Name { get; init; }

    public required string PasswordHash { get; set; }

    public int Failures { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }
}

/// <summary>The orders of each customer, never those of another.</summary>
public sealed class Orders(ShopContext shop, TimeProvider clock)
{
    public Task<List<Order>> OfAsync(Guid customer, CancellationToken cancellation) =>
        shop.Orders.Where(order => order.Customer == customer).OrderByDescending(order => order.Id).Take(100).ToListAsync(cancellation);

    public async Task<Guid> AddAsync(Guid customer, NewOrder order, CancellationToken cancellation)
    {
        var added = new Order { Customer = customer, Note = order.Note ?? "", Lines = [.. order.Lines] };
        shop.Orders.Add(added);
        await shop.SaveChangesAsync(cancellation);
        return added.Id;
    }

    public async Task<bool> CancelAsync(Guid customer, Guid id, CancellationToken cancellation)
    {
        var order = await shop.Orders.SingleOrDefaultAsync(each => each.Id == id && each.Customer == customer, cancellation);
        if (order is not { State: OrderState.Placed })
            return false;
        order.State = OrderState.Cancelled;
        await shop.Database.ExecuteSqlAsync($"INSERT INTO audit (at, customer, what) VALUES ({clock.GetUtcNow()}, {customer}, {"cancelled " + id})", cancellation);
        await shop.SaveChangesAsync(cancellation);
        return true;
    }

    public async Task<IResult> ExportAsync()
    {
        var text = new StringBuilder("order;customer;state\r\n");
        foreach (var order in await shop.Orders.AsNoTracking().ToListAsync())
            text.Append(order.Id).Append(';').Append(order.Customer).Append(';').Append(order.State).Append("\r\n");
        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv", $"orders-{clock.GetUtcNow():yyyy-MM-dd}.csv");
    }
}

/// <summary>Names and passwords; a name that is tried too often rests for a while.</summary>
public sealed class Accounts(ShopContext shop, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    const int MaxFailures = 5;

    public async Task<Guid?> CheckAsync(string name, string password, CancellationToken cancellation)
    {
        var account = await shop.Accounts.SingleOrDefaultAsync(each => each.Name == name, cancellation);
        if (account is null || account.LockedUntil > clock.GetUtcNow())
            return null;
        var outcome = hasher.VerifyHashedPassword(account, account.PasswordHash, password);
        if (outcome == PasswordVerificationResult.Failed)
        {
            if (++account.Failures >= MaxFailures)
                account.LockedUntil = clock.GetUtcNow().AddMinutes(15);
            await shop.SaveChangesAsync(cancellation);
            return null;
        }
        account.Failures = 0;
        if (outcome == PasswordVerificationResult.SuccessRehashNeeded)
            account.PasswordHash = hasher.HashPassword(account, password);
        await shop.SaveChangesAsync(cancellation);
        return account.Id;
    }
}
