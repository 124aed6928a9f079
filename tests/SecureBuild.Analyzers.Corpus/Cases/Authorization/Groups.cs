var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication("Cookies").AddCookie();
builder.Services.AddAuthorization();
var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
var users = new Dictionary<string, string>();
var admin = app.MapGroup("/admin").RequireAuthorization(policy => policy.RequireRole("admin"));
var open = app.MapGroup("/open");

// [Good CWE-862] the group asks for a role
admin.MapDelete("/users/{name}", (string name) => users.Remove(name) ? Results.NoContent() : Results.NotFound());

// [Bad CWE-862] the group asks for nothing
open.MapDelete("/users/{name}", (string name) => users.Remove(name) ? Results.NoContent() : Results.NotFound());

// [Good CWE-862] reading in the group
admin.MapGet("/users", () => users.Keys);

app.Run();
