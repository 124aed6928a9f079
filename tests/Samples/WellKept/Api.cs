using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace WellKept.Api;

/// <summary>A web application with accounts, documents and an administration, as one would like to find it.</summary>
public static class Startup
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.Configure<StorageOptions>(builder.Configuration.GetSection("Storage"));
        builder.Services.AddScoped<DocumentStore>();
        builder.Services.AddControllersWithViews(options => options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()));
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.ExpireTimeSpan = TimeSpan.FromMinutes(20);
            options.LoginPath = "/account/login";
        });
        builder.Services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.AddCors(options => options.AddDefaultPolicy(policy => policy
            .WithOrigins("https://portal.example.org").WithMethods("GET", "POST").WithHeaders("content-type")));
        builder.Services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));

        var app = builder.Build();
        if (app.Environment.IsDevelopment())
        {
            app.UseDeveloperExceptionPage();
        }
        else
        {
            app.UseExceptionHandler("/error");
            app.UseHsts();
        }
        app.UseHttpsRedirection();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseCors();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapControllers();
        app.MapGet("/health", () => Results.Ok(new { Status = "healthy" })).AllowAnonymous();
        app.MapGet("/documents/{id:guid}/title", async (Guid id, ClaimsPrincipal user, DocumentStore store, CancellationToken cancellation) =>
            await store.FindAsync(id, OwnerOf(user), cancellation) is { } document ? Results.Ok(document.Title) : Results.NotFound());
        return app;
    }

    internal static string OwnerOf(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in.");
}

public sealed class StorageOptions
{
    [Required]
    public string Root { get; set; } = "";

    [Range(1, 100_000_000)]
    public long MaxLength { get; set; } = 10_000_000;
}

public sealed record Document(Guid Id, string Owner, string Title, string FileName, DateTimeOffset Created);

public sealed class NewDocument
{
    [Required, StringLength(200)]
    public string Title { get; set; } = "";

    [Required]
    public IFormFile? File { get; set; }
}

/// <summary>Documents of a user, each in a file that is named by the store alone.</summary>
public sealed class DocumentStore(IOptions<StorageOptions> options, TimeProvider clock, ILogger<DocumentStore> log)
{
    readonly Dictionary<Guid, Document> _documents = [];

    public Task<Document?> FindAsync(Guid id, string owner, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(_documents.TryGetValue(id, out var document) && document.Owner == owner ? document : null);
    }

    public async Task<Document> AddAsync(string owner, string title, IFormFile file, CancellationToken cancellation)
    {
        if (file.Length > options.Value.MaxLength)
            throw new ValidationException("The file is too long.");
        var id = Guid.NewGuid();
        var name = id.ToString("N") + ".bin";
        await using (var stream = new FileStream(Path.Combine(options.Value.Root, name), FileMode.CreateNew))
            await file.CopyToAsync(stream, cancellation);
        var document = new Document(id, owner, title, name, clock.GetUtcNow());
        _documents.Add(id, document);
        log.LogInformation("Stored document {Id} of {Length} bytes", id, file.Length);
        return document;
    }

    public Stream Open(Document document) => File.OpenRead(Path.Combine(options.Value.Root, document.FileName));

    public bool Remove(Document document)
    {
        if (!_documents.Remove(document.Id))
            return false;
        File.Delete(Path.Combine(options.Value.Root, document.FileName));
        log.LogInformation("Removed document {Id}", document.Id);
        return true;
    }
}

[Authorize]
[Route("documents")]
public sealed class DocumentsController(DocumentStore store) : Controller
{
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Download(Guid id, CancellationToken cancellation)
    {
        var document = await store.FindAsync(id, Startup.OwnerOf(User), cancellation);
        if (document is null)
            return NotFound();
        Response.Headers.XContentTypeOptions = "nosniff";
        return File(store.Open(document), "application/octet-stream", document.Id.ToString("N"));
    }

    [HttpPost]
    public async Task<IActionResult> Add(NewDocument model, CancellationToken cancellation)
    {
        if (!ModelState.IsValid || model.File is null)
            return View(model);
        var document = await store.AddAsync(Startup.OwnerOf(User), model.Title.Trim(), model.File, cancellation);
        return RedirectToAction(nameof(Download), new { id = document.Id });
    }

    [HttpPost("{id:guid}/remove")]
    public async Task<IActionResult> Remove(Guid id, string? returnUrl, CancellationToken cancellation)
    {
        var document = await store.FindAsync(id, Startup.OwnerOf(User), cancellation);
        if (document is null || !store.Remove(document))
            return NotFound();
        return returnUrl is not null && Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl) : RedirectToAction("Index", "Home");
    }
}

[Authorize(Roles = "Administrator")]
[Route("administration")]
public sealed class AdministrationController(ILogger<AdministrationController> log) : Controller
{
    [HttpGet("")]
    public IActionResult Index() => View();

    [HttpPost("mode/{mode}")]
    public IActionResult Mode(string mode)
    {
        var chosen = mode switch
        {
            "open" => "open",
            "closed" => "closed",
            _ => null,
        };
        if (chosen is null)
            return BadRequest("Unknown mode.");
        log.LogInformation("The mode is now {Mode}", chosen);
        return NoContent();
    }

    [HttpGet("/error"), AllowAnonymous]
    public IActionResult Error() => Problem();
}

[ApiController]
[Authorize]
[Route("api/session")]
public sealed class SessionController(IAntiforgery antiforgery) : ControllerBase
{
    [HttpGet]
    public ActionResult<object> Current() => new { Name = User.Identity?.Name };

    [HttpGet("token")]
    public IActionResult Token()
    {
        var tokens = antiforgery.GetAndStoreTokens(HttpContext);
        return Ok(new { tokens.HeaderName, tokens.RequestToken });
    }
}
