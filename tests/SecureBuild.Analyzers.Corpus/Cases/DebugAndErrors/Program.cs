using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();

// [Bad CWE-489] the page with the source for all
app.UseDeveloperExceptionPage();

// [Good CWE-489] the page for developers
if (app.Environment.IsDevelopment())
{
    app.UseDeveloperExceptionPage();
}
else
{
    app.UseExceptionHandler("/error");
    app.UseHsts();
}

// [Bad CWE-209] the exception's text and its stack for the client
app.MapGet("/totals", () =>
{
    try
    {
        return Results.Ok(File.ReadAllLines("totals.txt").Length);
    }
    catch (IOException exception)
    {
        return Results.Text(exception.ToString(), statusCode: 500);
    }
});

// [Good CWE-209] a number by which the log can be found
app.MapGet("/totals/safe", (ILogger<Program> logger) =>
{
    try
    {
        return Results.Ok(File.ReadAllLines("totals.txt").Length);
    }
    catch (IOException exception)
    {
        logger.LogError(exception, "totals");
        return Results.Problem("The totals are not available.");
    }
});

// [Bad CWE-497] the environment of the process for the client
app.MapGet("/env", () => Environment.GetEnvironmentVariables());

// [Good CWE-497] the version of the application
app.MapGet("/version", () => typeof(Program).Assembly.GetName().Version!.ToString());

app.Run();
