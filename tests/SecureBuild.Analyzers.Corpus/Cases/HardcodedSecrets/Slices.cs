using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage;
using Microsoft.EntityFrameworkCore;
using StackExchange.Redis;

namespace Parcelpoint.Infrastructure;

public class LabelDb(DbContextOptions<LabelDb> options) : DbContext(options);

public static class DependencyInjection
{
    // [Bad CWE-798] the keys of the bucket
    public static IServiceCollection AddLabels(this IServiceCollection services) =>
        services.AddSingleton<IAmazonS3>(_ => new AmazonS3Client(new BasicAWSCredentials("AKIAV7Q2M4XJ5T3KLP6R", "m8Xz0Qe1vB7nTj5WpLr2YcKd9Fh4Gs6UaIoN3E+t"), RegionEndpoint.EUCentral1));

    // [Good CWE-798] the keys of the machine's role
    public static IServiceCollection AddLabelsByRole(this IServiceCollection services) =>
        services.AddSingleton<IAmazonS3>(_ => new AmazonS3Client(RegionEndpoint.EUCentral1));

    // [Bad CWE-798] the application's own secret for the directory
    public static IServiceCollection AddDirectory(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(new ClientSecretCredential(configuration["Azure:Tenant"], configuration["Azure:Client"], "3qB8Q~k2dVz7XwLm0TnPyRf5sJcUa9Hg1EiOv"));

    // [Good CWE-798] the secret is in the vault
    public static IServiceCollection AddDirectoryByVault(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(new ClientSecretCredential(configuration["Azure:Tenant"], configuration["Azure:Client"], configuration["Azure:Secret"]));

    // [Bad CWE-798] the account's key in the connection string
    public static IServiceCollection AddBlobs(this IServiceCollection services) =>
        services.AddSingleton(new BlobServiceClient("DefaultEndpointsProtocol=https;AccountName=parcelpoint;AccountKey=Wl3pQ0vT9sXb6nKd2fYh8Rj5Ua1Mz7Gc4Eo+iVtLqPwSxBnKyDfHrJuAmZgCeOiT0v3Q9sXbN6KdYh8RjUa1Mg==;EndpointSuffix=core.windows.net"));

    // [Good CWE-798] the emulator of the developer
    public static IServiceCollection AddEmulatedBlobs(this IServiceCollection services) =>
        services.AddSingleton(new BlobServiceClient("UseDevelopmentStorage=true"));

    // [Bad CWE-798] the cache's password as a fallback of the configuration
    public static IServiceCollection AddCache(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(configuration.GetConnectionString("Redis") ?? "cache.internal:6380,password=Gx7!rT2m9Qp4,ssl=True"));

    // [Good CWE-798] the cache's address as a fallback of the configuration
    public static IServiceCollection AddLocalCache(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(configuration.GetConnectionString("Redis") ?? "localhost:6379"));

    // [Bad CWE-798] the owner of the database, in the options of the context
    public static IServiceCollection AddPersistence(this IServiceCollection services) =>
        services.AddDbContext<LabelDb>(options => options.UseSqlServer("Server=sql.internal;Database=Labels;User Id=labels_owner;Password=Lb!2024_owner;Encrypt=True"));

    // [Good CWE-798] the managed identity
    public static IServiceCollection AddPersistenceByIdentity(this IServiceCollection services) =>
        services.AddDbContext<LabelDb>(options => options.UseSqlServer("Server=sql.internal;Database=Labels;Authentication=Active Directory Default;Encrypt=True"));
}

// [Bad CWE-798] the seed of the administrator, in the hosted service
public sealed class AdminSeeder(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Microsoft.AspNetCore.Identity.IdentityUser>>();
        if (await users.FindByNameAsync("admin") is null)
            await users.CreateAsync(new("admin") { Email = "admin@parcelpoint.example" }, "P@rcelpoint-Admin1");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

// [Good CWE-798] the seed takes the password of the environment
public sealed class ConfiguredAdminSeeder(IServiceScopeFactory scopes, IConfiguration configuration) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Microsoft.AspNetCore.Identity.IdentityUser>>();
        var password = configuration["Seed:AdminPassword"] ?? throw new InvalidOperationException("Seed:AdminPassword is missing.");
        if (await users.FindByNameAsync("admin") is null)
            await users.CreateAsync(new("admin") { Email = "admin@parcelpoint.example" }, password);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
