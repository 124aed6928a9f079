using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Parcelpoint.Vault;

public interface IFieldProtector
{
    string Protect(string value);
}

// [Bad CWE-329] one vector for all fields
public sealed class FieldProtector(IConfiguration configuration) : IFieldProtector
{
    static readonly byte[] s_iv = new byte[16];

    public string Protect(string value)
    {
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(configuration["Fields:Key"]!);
        return Convert.ToBase64String(aes.EncryptCbc(Encoding.UTF8.GetBytes(value), s_iv));
    }
}

// [Good CWE-329] the vector is in front of the field
public sealed class VectorFieldProtector(IConfiguration configuration) : IFieldProtector
{
    public string Protect(string value)
    {
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(configuration["Fields:Key"]!);
        return Convert.ToBase64String([.. aes.IV, .. aes.EncryptCbc(Encoding.UTF8.GetBytes(value), aes.IV)]);
    }
}

// [Bad CWE-916] a digest is not a password's hash
public sealed class QuickPasswordHasher : IPasswordHasher<IdentityUser>
{
    public string HashPassword(IdentityUser user, string password) => Convert.ToHexString(SHA512.HashData(Encoding.UTF8.GetBytes(user.Id + password)));

    public PasswordVerificationResult VerifyHashedPassword(IdentityUser user, string hashedPassword, string providedPassword) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hashedPassword), Encoding.ASCII.GetBytes(HashPassword(user, providedPassword)))
            ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;
}

// [Good CWE-916] the framework's hasher with more rounds
public static class Hashing
{
    public static IServiceCollection AddHashing(this IServiceCollection services) =>
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 600_000).AddScoped<IPasswordHasher<IdentityUser>, PasswordHasher<IdentityUser>>();
}

// [Bad CWE-916] the framework's hasher with fewer rounds than it has
public static class QuickHashing
{
    public static IServiceCollection AddQuickHashing(this IServiceCollection services) =>
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 5_000);
}

// [Bad CWE-328] the customers' mail addresses behind MD5
public sealed record AnonymizeCustomer(string Email) : IRequest<string>;

// [same case]
public sealed class AnonymizeCustomerHandler : IRequestHandler<AnonymizeCustomer, string>
{
    public Task<string> Handle(AnonymizeCustomer request, CancellationToken cancellationToken) =>
        Task.FromResult(Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(request.Email))));
}

// [Good CWE-328] the customers' mail addresses behind a keyed hash
public sealed record PseudonymizeCustomer(string Email) : IRequest<string>;

// [same case]
public sealed class PseudonymizeCustomerHandler(IConfiguration configuration) : IRequestHandler<PseudonymizeCustomer, string>
{
    public Task<string> Handle(PseudonymizeCustomer request, CancellationToken cancellationToken) =>
        Task.FromResult(Convert.ToHexString(HMACSHA256.HashData(Convert.FromBase64String(configuration["Pseudonyms:Key"]!), Encoding.UTF8.GetBytes(request.Email))));
}
