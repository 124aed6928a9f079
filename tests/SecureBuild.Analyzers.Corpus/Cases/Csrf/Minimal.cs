using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication("Cookies").AddCookie();
builder.Services.AddAuthorization();
builder.Services.AddAntiforgery();
var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
var notes = new Dictionary<string, string>();

// [Good CWE-352] forms are checked by the middleware
app.MapPost("/notes", ([FromForm] string text, ClaimsPrincipal user) => { notes[user.Identity!.Name!] = text; return Results.NoContent(); }).RequireAuthorization();

// [Bad CWE-352] the check is taken away
app.MapPost("/notes/raw", ([FromForm] string text, ClaimsPrincipal user) => { notes[user.Identity!.Name!] = text; return Results.NoContent(); }).RequireAuthorization().DisableAntiforgery();

// [Good CWE-352] reading
app.MapGet("/notes", (ClaimsPrincipal user) => notes.GetValueOrDefault(user.Identity!.Name!)).RequireAuthorization();

app.Run();
