// A second walk: secrets and details that get out.
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Corpus.InformationExposure.Piers;

public sealed record SmtpSettings(string Host, int Port, string User, string Password)
{
    public override string ToString() => $"{User}@{Host}:{Port}";
}

public sealed record DatabaseSettings(string Server, string Password);

// [Bad CWE-532] settings are logged at the start, with their password
public sealed class StartupReport(ILogger<StartupReport> logger, IConfiguration configuration) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = configuration.GetSection("Database").Get<DatabaseSettings>();
        logger.LogInformation("database: {Settings}", settings);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

// [Good CWE-532] settings say themselves what is written of them
public sealed class SafeStartupReport(ILogger<SafeStartupReport> logger, IConfiguration configuration) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = configuration.GetSection("Smtp").Get<SmtpSettings>();
        logger.LogInformation("mail: {Settings}", settings);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

// [Bad CWE-209] a filter answers with the exception's text
public sealed class ErrorFilter : ExceptionFilterAttribute
{
    public override void OnException(ExceptionContext context) =>
        context.Result = new ObjectResult(new { error = context.Exception.Message, inner = context.Exception.InnerException?.ToString() }) { StatusCode = 500 };
}

// [Good CWE-209] a filter answers with the number of the trace
public sealed class SafeErrorFilter : ExceptionFilterAttribute
{
    public override void OnException(ExceptionContext context) =>
        context.Result = new ObjectResult(new { error = "failed", trace = context.HttpContext.TraceIdentifier }) { StatusCode = 500 };
}

// [Bad CWE-532] the header with the key is logged by a handler of messages
public sealed class TracingHandler(ILogger<TracingHandler> logger) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        logger.LogTrace("{Method} {Uri} {Authorization}", request.Method, request.RequestUri, request.Headers.Authorization);
        return await base.SendAsync(request, cancellationToken);
    }
}

// [Good CWE-532] that there is a header is logged
public sealed class SafeTracingHandler(ILogger<SafeTracingHandler> logger) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        logger.LogTrace("{Method} {Host} {Has}", request.Method, request.RequestUri?.Host, request.Headers.Authorization is not null);
        return await base.SendAsync(request, cancellationToken);
    }
}
