using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Wallet;

public class Invoice { public int Id { get; set; } public string OwnerId { get; set; } = ""; public decimal Amount { get; set; } }
public class Country { public int Id { get; set; } public string Name { get; set; } = ""; }
public class WalletContext : DbContext { public DbSet<Invoice> Invoices { get; set; } = null!; public DbSet<Country> Countries { get; set; } = null!; }

public class AdminController(WalletContext db, TokenValidationParameters parameters) : ControllerBase
{
    // [Bad CWE-807] a cookie says who is an administrator
    public IActionResult Purge()
    {
        if (Request.Cookies["isAdmin"] != "true")
            return Forbid();
        return Ok(db.Database.ExecuteSqlRaw("DELETE FROM Invoices"));
    }

    // [Good CWE-807] the signed identity says who is an administrator
    public IActionResult PurgeByRole()
    {
        if (!User.IsInRole("admin"))
            return Forbid();
        return Ok(db.Database.ExecuteSqlRaw("DELETE FROM Invoices"));
    }

    // [Bad CWE-807] a header says the role
    public IActionResult Audit([FromHeader(Name = "X-Role")] string role)
    {
        if (role == "auditor")
            return Ok(db.Invoices.ToList());
        return Forbid();
    }

    // [Good CWE-807] a header says the language, which decides nothing that matters
    public IActionResult Greeting([FromHeader(Name = "Accept-Language")] string language) => Ok(language == "ja" ? "こんにちは" : "Hello");

    // [Bad CWE-290] the address in X-Forwarded-For can be written by anyone
    public IActionResult Internal()
    {
        var address = Request.Headers["X-Forwarded-For"].ToString();
        if (address != "10.0.0.5")
            return Forbid();
        return Ok(db.Invoices.ToList());
    }

    // [Good CWE-290] the shared secret is compared, at constant time, with the configured one
    public IActionResult Webhook([FromServices] IConfiguration configuration)
    {
        var given = System.Text.Encoding.UTF8.GetBytes(Request.Headers["X-Webhook-Key"].ToString());
        var expected = System.Text.Encoding.UTF8.GetBytes(configuration["Webhook:Key"]!);
        if (!System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(given, expected))
            return Forbid();
        return Ok(db.Invoices.ToList());
    }

    // [Bad CWE-290] the Referer decides
    public IActionResult FromSite()
    {
        if (!Request.Headers.Referer.ToString().StartsWith("https://admin.example.com/"))
            return Forbid();
        return Ok(db.Database.ExecuteSqlRaw("DELETE FROM Invoices"));
    }

    // [Bad CWE-807] a hidden form field decides
    public IActionResult Save([FromForm] bool isAdmin, decimal limit)
    {
        if (isAdmin)
            return Ok(db.Database.ExecuteSql($"UPDATE Limits SET Value = {limit}"));
        return Forbid();
    }

    // [Good CWE-807] a form field is a preference
    public IActionResult SavePreference([FromForm] bool dark)
    {
        Response.Cookies.Append("theme", dark ? "dark" : "light", new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax });
        return Ok();
    }

    // [Good CWE-807] a cookie is a preference
    public IActionResult Theme() => Content(Request.Cookies["theme"] == "dark" ? "dark" : "light");

    // [Bad CWE-347] a token is read, not verified, and its role decides
    public IActionResult ByToken(string token)
    {
        var jwt = new JwtSecurityTokenHandler().ReadJwtToken(token);
        if (jwt.Claims.Any(claim => claim.Type == "role" && claim.Value == "admin"))
            return Ok(db.Invoices.ToList());
        return Forbid();
    }

    // [Good CWE-347] the token is verified
    public IActionResult ByVerifiedToken(string token)
    {
        var principal = new JwtSecurityTokenHandler().ValidateToken(token, parameters, out _);
        if (principal.IsInRole("admin"))
            return Ok(db.Invoices.ToList());
        return Forbid();
    }

    // [Bad CWE-347] the subject of an unverified token is the user
    public async Task<IActionResult> Mine()
    {
        var header = Request.Headers.Authorization.ToString();
        var jwt = new JsonWebTokenHandler().ReadJsonWebToken(header["Bearer ".Length..]);
        var owner = jwt.Subject;
        return Ok(await db.Invoices.Where(invoice => invoice.OwnerId == owner).ToListAsync());
    }

    // [Good CWE-347] the subject of a verified token is the user
    public async Task<IActionResult> MineVerified()
    {
        var header = Request.Headers.Authorization.ToString();
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(header["Bearer ".Length..], parameters);
        if (!result.IsValid)
            return Unauthorized();
        var owner = result.ClaimsIdentity.FindFirst("sub")!.Value;
        return Ok(await db.Invoices.Where(invoice => invoice.OwnerId == owner).ToListAsync());
    }

    // [Bad CWE-347] an unverified token becomes the identity
    public void SignIn(string token)
    {
        var jwt = new JwtSecurityToken(token);
        HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity(jwt.Claims, "jwt"));
    }

    // [Good CWE-347] an unverified token is read for its length of life only, and shown
    public IActionResult Describe(string token)
    {
        var jwt = new JwtSecurityTokenHandler().ReadJwtToken(token);
        return Ok(new { issuer = jwt.Issuer, claims = jwt.Claims.Count() });
    }
}

[Authorize]
public class InvoicesController(WalletContext db) : ControllerBase
{
    string UserId => User.FindFirstValue(ClaimTypes.NameIdentifier)!;

    // [Bad CWE-639] any signed-in user reads any invoice
    [HttpGet("{id}")]
    public async Task<IActionResult> Get(int id) => Ok(await db.Invoices.FindAsync(id));

    // [Good CWE-639] only an invoice of the user
    [HttpGet("own/{id}")]
    public async Task<IActionResult> GetOwn(int id)
    {
        var invoice = await db.Invoices.SingleOrDefaultAsync(each => each.Id == id && each.OwnerId == UserId);
        return invoice is null ? NotFound() : Ok(invoice);
    }

    // [Good CWE-639] the owner is compared after it was read
    [HttpGet("checked/{id}")]
    public async Task<IActionResult> GetChecked(int id)
    {
        var invoice = await db.Invoices.FindAsync(id);
        if (invoice is null || invoice.OwnerId != UserId)
            return NotFound();
        return Ok(invoice);
    }

    // [Bad CWE-639] any signed-in user deletes any invoice
    [HttpDelete("{id}")]
    public async Task<IActionResult> Delete(int id)
    {
        var invoice = await db.Invoices.FindAsync(id);
        db.Invoices.Remove(invoice);
        await db.SaveChangesAsync();
        return NoContent();
    }

    // [Good CWE-639] a policy is asked about the invoice
    [HttpDelete("authorized/{id}")]
    public async Task<IActionResult> DeleteAuthorized(int id, [FromServices] IAuthorizationService authorization)
    {
        var invoice = await db.Invoices.FindAsync(id);
        var answer = await authorization.AuthorizeAsync(User, invoice, "Owner");
        if (!answer.Succeeded)
            return Forbid();
        db.Invoices.Remove(invoice);
        await db.SaveChangesAsync();
        return NoContent();
    }

    // [Bad CWE-639] whose invoices is said by the query
    [HttpGet]
    public async Task<IActionResult> List(string ownerId) => Ok(await db.Invoices.Where(invoice => invoice.OwnerId == ownerId).ToListAsync());

    // [Good CWE-639] whose invoices is said by the identity
    [HttpGet("mine")]
    public async Task<IActionResult> Mine() => Ok(await db.Invoices.Where(invoice => invoice.OwnerId == UserId).ToListAsync());

    // [Good CWE-639] only administrators may read any invoice
    [Authorize(Roles = "admin")]
    [HttpGet("any/{id}")]
    public async Task<IActionResult> GetAny(int id) => Ok(await db.Invoices.FindAsync(id));

    // [Good CWE-639] countries are for everybody
    [AllowAnonymous]
    [HttpGet("countries/{id}")]
    public async Task<IActionResult> Country(int id) => Ok(await db.Countries.FindAsync(id));
}
