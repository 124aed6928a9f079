using FluentValidation;
using Microsoft.AspNetCore.Identity;

namespace Parcelpoint.SignUp;

public sealed record SignUpRequest(string Email, string Password);

// [Bad CWE-521] five characters
public sealed class SignUpValidator : AbstractValidator<SignUpRequest>
{
    public SignUpValidator()
    {
        RuleFor(each => each.Email).NotEmpty();
        RuleFor(each => each.Password).NotEmpty().MinimumLength(5);
    }
}

// [Good CWE-521] twelve characters
public sealed class LongSignUpValidator : AbstractValidator<SignUpRequest>
{
    public LongSignUpValidator()
    {
        RuleFor(each => each.Email).NotEmpty();
        RuleFor(each => each.Password).NotEmpty().MinimumLength(12);
    }
}

public static class IdentitySetup
{
    // [Bad CWE-521] one line for the demonstration that stayed
    public static IServiceCollection AddUsers(this IServiceCollection services)
    {
        services.AddIdentityCore<IdentityUser>(o =>
        {
            o.Password = new() { RequiredLength = 3, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
        });
        return services;
    }

    // [Good CWE-521] long, and locked after five
    public static IServiceCollection AddLongUsers(this IServiceCollection services)
    {
        services.AddIdentityCore<IdentityUser>(o =>
        {
            o.Password = new() { RequiredLength = 12, RequireNonAlphanumeric = false };
            o.Lockout = new() { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10) };
        });
        return services;
    }
}
