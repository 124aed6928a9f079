using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace Shop.Errors;

public class Startup(IWebHostEnvironment environment)
{
    // [Bad CWE-489] the wrong way round
    public void Configure(IApplicationBuilder app)
    {
        if (!environment.IsDevelopment())
            app.UseDeveloperExceptionPage();
        app.UseRouting();
    }

    // [Good CWE-489] the right way round
    public void ConfigureRightly(IApplicationBuilder app)
    {
        if (environment.IsDevelopment())
            app.UseDeveloperExceptionPage();
        app.UseRouting();
    }

    // [Good CWE-489] an early way out
    public void ConfigureEarly(IApplicationBuilder app)
    {
        if (environment.IsProduction())
        {
            app.UseExceptionHandler("/error");
            return;
        }
        app.UseDeveloperExceptionPage();
    }

    // [Bad CWE-209] details of errors to every browser
    public void AddHub(IServiceCollection services) => services.AddSignalR(options => options.EnableDetailedErrors = true);

    // [Good CWE-209] details for developers
    public void AddHubFor(IServiceCollection services) => services.AddSignalR(options => options.EnableDetailedErrors = environment.IsDevelopment());

    // [Bad CWE-209] details of circuits
    public void AddBlazor(IServiceCollection services) => services.AddServerSideBlazor(options => options.DetailedErrors = true);

    // [Good CWE-209] circuits with their defaults
    public void AddQuietBlazor(IServiceCollection services) => services.AddServerSideBlazor(options => options.DisconnectedCircuitMaxRetained = 50);

    // [Bad CWE-209] the host tells
    public static IHostBuilder Host(string[] args) => Microsoft.Extensions.Hosting.Host.CreateDefaultBuilder(args)
        .ConfigureWebHostDefaults(web => web.UseSetting(WebHostDefaults.DetailedErrorsKey, "true"));

    // [Good CWE-209] the host is quiet
    public static IHostBuilder QuietHost(string[] args) => Microsoft.Extensions.Hosting.Host.CreateDefaultBuilder(args)
        .ConfigureWebHostDefaults(web => web.UseSetting(WebHostDefaults.DetailedErrorsKey, "false"));
}

public class ErrorController : Controller
{
    // [Bad CWE-209] the handler shows the stack
    [Route("error")]
    public IActionResult Error()
    {
        var feature = HttpContext.Features.Get<IExceptionHandlerFeature>();
        return Problem(detail: feature!.Error.StackTrace, title: feature.Error.Message);
    }

    // [Good CWE-209] the handler shows nothing
    [Route("error/safe")]
    public IActionResult SafeError() => Problem(title: "Something went wrong.", instance: Activity.Current?.Id);

    // [Good CWE-209] the details go to the log
    [Route("error/logged")]
    public IActionResult Logged([FromServices] ILogger<ErrorController> logger)
    {
        var feature = HttpContext.Features.Get<IExceptionHandlerFeature>();
        logger.LogError(feature!.Error, "unhandled");
        return StatusCode(500);
    }
}
