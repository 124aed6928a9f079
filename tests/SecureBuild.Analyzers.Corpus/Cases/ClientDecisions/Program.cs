using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();

// [Bad CWE-807] a header says that the caller is internal
app.MapDelete("/users/{id:int}", (int id, HttpRequest request, AppContext db) =>
    request.Headers["X-Internal"] == "1" ? Results.Ok(db.Database.ExecuteSql($"DELETE FROM Users WHERE Id = {id}")) : Results.Forbid());

// [Good CWE-807] the policy says who may
app.MapDelete("/users2/{id:int}", [Authorize(Policy = "Admins")] (int id, AppContext db) => Results.Ok(db.Database.ExecuteSql($"DELETE FROM Users WHERE Id = {id}")));

// [Bad CWE-639] anyone who is signed in reads anyone's letters
app.MapGet("/letters/{id:int}", async (int id, AppContext db) => await db.Letters.FindAsync(id)).RequireAuthorization();

// [Good CWE-639] the receiver must be the caller
app.MapGet("/letters2/{id:int}", async (int id, ClaimsPrincipal user, AppContext db) =>
{
    var name = user.FindFirst(ClaimTypes.NameIdentifier)!.Value;
    var letter = await db.Letters.FirstOrDefaultAsync(each => each.Id == id && each.ReceiverId == name);
    return letter is null ? Results.NotFound() : Results.Ok(letter);
}).RequireAuthorization();

// [Bad CWE-347] the tenant of an unverified token decides
app.MapGet("/tenant", (HttpRequest request, AppContext db) =>
{
    var token = request.Headers.Authorization.ToString().Replace("Bearer ", "");
    var jwt = new JwtSecurityTokenHandler().ReadJwtToken(token);
    var tenant = jwt.Claims.First(claim => claim.Type == "tenant").Value;
    return tenant == "root" ? Results.Ok(db.Letters.ToList()) : Results.Forbid();
});

// [Good CWE-347] the tenant of the identity that the framework has verified decides
app.MapGet("/tenant2", (ClaimsPrincipal user, AppContext db) =>
    user.FindFirst("tenant")?.Value == "root" ? Results.Ok(db.Letters.ToList()) : Results.Forbid()).RequireAuthorization();

app.Run();

class Letter { public int Id { get; set; } public string ReceiverId { get; set; } = ""; public string Text { get; set; } = ""; }
class AppContext : DbContext { public DbSet<Letter> Letters { get; set; } = null!; }
