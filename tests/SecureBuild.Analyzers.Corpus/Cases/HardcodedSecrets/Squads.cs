using System.Net.Http.Headers;
using System.Text;
using Amazon;
using Amazon.S3;
using MailKit.Net.Smtp;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace Bookclub.Infrastructure;

public sealed record MailSettings
{
    public string Host { get; init; } = "smtp.bookclub.example";
    public string User { get; init; } = "";
    public string Password { get; init; } = "";
}

public sealed record SendReminder(string To) : IRequest;

// [Bad CWE-798] the handler signs in to the mail server by itself
public sealed class SendReminderHandler : IRequestHandler<SendReminder>
{
    public async Task Handle(SendReminder request, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient();
        client.Connect("smtp.bookclub.example", 587, MailKit.Security.SecureSocketOptions.StartTls);
        client.Authenticate("reminders@bookclub.example", "B00k$-and-Tea");
        await Task.Delay(1, cancellationToken);
    }
}

// [Good CWE-798] the handler signs in with the settings
public sealed class SendConfiguredReminderHandler(MailSettings settings) : IRequestHandler<SendReminder>
{
    public async Task Handle(SendReminder request, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient();
        client.Connect(settings.Host, 587, MailKit.Security.SecureSocketOptions.StartTls);
        client.Authenticate(settings.User, settings.Password);
        await Task.Delay(1, cancellationToken);
    }
}

public static class ClientSetup
{
    // [Bad CWE-798] the token of the catalogue in the factory's lambda
    public static void AddCatalogue(this IServiceCollection services) =>
        services.AddHttpClient("catalogue", client =>
        {
            client.BaseAddress = new("https://catalogue.example");
            client.DefaultRequestHeaders.Add("X-Api-Key", "ctl_7Hq2Vx9LmPz4Tn8RbW3sKd6F");
        });

    // [Good CWE-798] the version of the catalogue in the factory's lambda
    public static void AddVersionedCatalogue(this IServiceCollection services) =>
        services.AddHttpClient("catalogue", client =>
        {
            client.BaseAddress = new("https://catalogue.example");
            client.DefaultRequestHeaders.Add("X-Api-Version", "2024-11-05-preview");
        });

    // [Bad CWE-798] access key and secret for the covers
    public static IAmazonS3 Covers() => new AmazonS3Client("AKIA3XKQ7MZP2RTL5WVB", "p0Lq8Zr3Ws6Yx1Nc5Vb9Mk2Jh7Gf4Td+eRuIoAa", RegionEndpoint.USEast1);

    // [Good CWE-798] access key and secret of the environment
    public static IAmazonS3 ConfiguredCovers() => new AmazonS3Client(Environment.GetEnvironmentVariable("COVERS_KEY"), Environment.GetEnvironmentVariable("COVERS_SECRET"), RegionEndpoint.USEast1);
}

// [Bad CWE-321] the key of tokens for tests is the key of tokens
public sealed class TokenOptions
{
    public string SigningKey { get; set; } = "bookclub-super-secret-signing-key-0123456789";

    public SymmetricSecurityKey ToKey() => new(Encoding.UTF8.GetBytes(SigningKey));
}

// [Good CWE-321] the key of tokens must be set
public sealed class RequiredTokenOptions
{
    public required string SigningKey { get; init; }

    public SymmetricSecurityKey ToKey() => new(Encoding.UTF8.GetBytes(SigningKey));
}
