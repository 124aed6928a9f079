// For developers, again.
using Microsoft.AspNetCore.SignalR;

namespace Corpus.DebugAndErrors.Halls;

// [Bad CWE-209] details in production only
public static class Hubs
{
    public static void Add(IServiceCollection services, IHostEnvironment environment) => services.AddSignalR(options => options.EnableDetailedErrors = !environment.IsDevelopment());
}

// [Good CWE-209] details in development only
public static class HubsGood
{
    public static void Add(IServiceCollection services, IWebHostEnvironment environment)
    {
        var local = environment.IsDevelopment();
        services.AddSignalR(options => options.EnableDetailedErrors = local);
    }
}

// [Bad CWE-209] details unless a setting says otherwise
public static class HubsBySetting
{
    public static void Add(IServiceCollection services, IConfiguration configuration) =>
        services.AddSignalR(options => options.EnableDetailedErrors = configuration.GetValue("SignalR:Details", true));
}
