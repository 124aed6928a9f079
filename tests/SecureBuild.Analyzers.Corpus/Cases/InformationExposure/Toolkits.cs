using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Halyard.Diagnostics;

public sealed record Credentials(string User, string Password);

public sealed record Receipt(string Number, decimal Amount);

// [Bad CWE-532] the handler writes the header with the token into the log
public sealed partial class TracingHandler(ILogger<TracingHandler> logger) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sending(logger, request.Method.Method, request.Headers.Authorization?.Parameter);
        return await base.SendAsync(request, cancellationToken);
    }

    [LoggerMessage(1, LogLevel.Debug, "{Method} with {AccessToken}")]
    static partial void Sending(ILogger logger, string method, string accessToken);
}

// [Good CWE-532] the handler writes whether there is one
public sealed partial class QuietTracingHandler(ILogger<QuietTracingHandler> logger) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sending(logger, request.Method.Method, request.Headers.Authorization is not null);
        return await base.SendAsync(request, cancellationToken);
    }

    [LoggerMessage(1, LogLevel.Debug, "{Method}, authorized: {Authorized}")]
    static partial void Sending(ILogger logger, string method, bool authorized);
}

public static partial class LogExtensions
{
    // [Bad CWE-532] the record with the password is taken apart into the log
    public static void SigningIn(this ILogger logger, Credentials credentials) =>
        logger.LogInformation("Signing in {Credentials}", JsonSerializer.Serialize(credentials));

    // [Good CWE-532] a receipt has no secret
    public static void Printed(this ILogger logger, Receipt receipt) =>
        logger.LogInformation("Printed {Receipt}", JsonSerializer.Serialize(receipt));
}

// [Bad CWE-532] headers with secrets are named for the log
internal sealed class ConfigureHttpLogging : IConfigureOptions<HttpLoggingOptions>
{
    public void Configure(HttpLoggingOptions options)
    {
        options.LoggingFields = HttpLoggingFields.RequestHeaders;
        options.RequestHeaders.Add("Authorization");
        options.RequestHeaders.Add("Cookie");
    }
}

// [Good CWE-532] headers without secrets
internal sealed class ConfigureQuietHttpLogging : IConfigureOptions<HttpLoggingOptions>
{
    public void Configure(HttpLoggingOptions options)
    {
        options.LoggingFields = HttpLoggingFields.RequestPath | HttpLoggingFields.ResponseStatusCode;
        options.RequestHeaders.Add("Accept-Language");
    }
}

// [Bad CWE-209] the problem's detail is the exception's text
public sealed class DetailedExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken) =>
        problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = new ProblemDetails { Title = "Failed", Detail = exception.ToString() },
        });
}

// [Good CWE-209] the problem's detail is a number to ask for
public sealed class ReferenceExceptionHandler(IProblemDetailsService problems, ILogger<ReferenceExceptionHandler> logger) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        logger.LogError(exception, "Unhandled");
        return problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = new ProblemDetails { Title = "Failed", Detail = $"Ask for {httpContext.TraceIdentifier}." },
        });
    }
}

// [Bad CWE-209] the options' customization adds the stack
internal sealed class ConfigureProblems : IConfigureOptions<ProblemDetailsOptions>
{
    public void Configure(ProblemDetailsOptions options) => options.CustomizeProblemDetails = static context =>
    {
        if (context.HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is { } error)
            context.ProblemDetails.Extensions["stack"] = error.StackTrace;
    };
}

// [Good CWE-209] the options' customization adds the trace's number
internal sealed class ConfigureQuietProblems : IConfigureOptions<ProblemDetailsOptions>
{
    public void Configure(ProblemDetailsOptions options) => options.CustomizeProblemDetails = static context =>
        context.ProblemDetails.Extensions["trace"] = context.HttpContext.TraceIdentifier;
}
