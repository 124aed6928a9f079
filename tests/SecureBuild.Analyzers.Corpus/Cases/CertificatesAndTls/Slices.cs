using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Amazon.S3;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Parcelpoint.Integrations;

public sealed class CarrierClient(HttpClient http)
{
    public Task<string> RateAsync(string parcel) => http.GetStringAsync($"rates/{Uri.EscapeDataString(parcel)}");
}

public class CarrierDb(DbContextOptions<CarrierDb> options) : DbContext(options);

public static class CarrierSetup
{
    // [Bad CWE-295] the carrier's test server stays trusted in production
    public static IServiceCollection AddCarrier(this IServiceCollection services)
    {
        services.AddHttpClient<CarrierClient>(http => http.BaseAddress = new("https://carrier.example"))
            .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator });
        return services;
    }

    // [Good CWE-295] the carrier gets our certificate
    public static IServiceCollection AddCarrierMutually(this IServiceCollection services, X509Certificate2 ours)
    {
        services.AddHttpClient<CarrierClient>(http => http.BaseAddress = new("https://carrier.example"))
            .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { ClientCertificates = { ours }, CheckCertificateRevocationList = true });
        return services;
    }

    // [Bad CWE-319] the bucket over HTTP
    public static AmazonS3Client CreateBucket() => new(new AmazonS3Config { ServiceURL = "http://storage.parcelpoint.example", ForcePathStyle = true });

    // [Good CWE-319] the bucket over HTTPS
    public static AmazonS3Client CreateSecureBucket() => new(new AmazonS3Config { ServiceURL = "https://storage.parcelpoint.example", ForcePathStyle = true });

    // [Bad CWE-319] the password of the partner goes over HTTP
    public static void AddPartner(this IServiceCollection services) =>
        services.AddHttpClient("partner", http =>
        {
            http.BaseAddress = new Uri("http://partner.example/api/");
            http.DefaultRequestHeaders.Authorization = new("Bearer", Environment.GetEnvironmentVariable("PARTNER_TOKEN"));
        });

    // [Good CWE-319] the sidecar on this machine
    public static void AddSidecar(this IServiceCollection services) =>
        services.AddHttpClient("sidecar", http => http.BaseAddress = new Uri("http://localhost:3500/v1.0/"));

    // [Bad CWE-295] the database's certificate is anybody's
    public static void AddCarrierDb(this IServiceCollection services, IConfiguration configuration) =>
        services.AddDbContext<CarrierDb>(options => options.UseSqlServer(configuration.GetConnectionString("Carrier") + ";TrustServerCertificate=True"));

    // [Good CWE-295] the database's certificate is checked
    public static void AddCarrierDbStrictly(this IServiceCollection services, IConfiguration configuration) =>
        services.AddDbContext<CarrierDb>(options => options.UseSqlServer(configuration.GetConnectionString("Carrier") + ";Encrypt=Strict"));
}
