// What clients and logs get to see.
using Grpc.Core;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Corpus.InformationExposure.Lofts;

// [Bad CWE-209] the exception as the problem's detail
public sealed class DetailedHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        httpContext.Response.StatusCode = StatusCodes.Status500InternalServerError;
        await httpContext.Response.WriteAsJsonAsync(new ProblemDetails { Title = "Failed", Detail = exception.ToString() }, cancellationToken);
        return true;
    }
}

// [Good CWE-209] the exception goes to the log, an id to the client
public sealed class QuietHandler(ILogger<QuietHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        logger.LogError(exception, "request {Id} failed", httpContext.TraceIdentifier);
        httpContext.Response.StatusCode = StatusCodes.Status500InternalServerError;
        await httpContext.Response.WriteAsJsonAsync(new ProblemDetails { Title = "Failed", Detail = httpContext.TraceIdentifier }, cancellationToken);
        return true;
    }
}

// [Bad CWE-209] a filter answers with the stack
public sealed class StackFilter : ExceptionFilterAttribute
{
    public override void OnException(ExceptionContext context)
    {
        var (message, stack) = (context.Exception.Message, context.Exception.StackTrace);
        context.Result = new ObjectResult(new { message, stack }) { StatusCode = 500 };
    }
}

// [Bad CWE-209] a gRPC status that carries the stack
public sealed class Translator
{
    public async Task<T> RunAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (IOException error)
        {
            throw new RpcException(new Status(StatusCode.Internal, error.ToString()));
        }
    }
}

// [Bad CWE-532] the password in the log
public sealed class SignIn(ILogger<SignIn> logger)
{
    public sealed record Attempt(string User, string Password);

    public bool Try(Attempt attempt, Func<Attempt, bool> check)
    {
        var right = check(attempt);
        if (!right)
            logger.LogWarning("{User} failed with {Password}", attempt.User, attempt.Password);
        return right;
    }
}

// [Good CWE-532] who failed, not with what
public sealed class QuietSignIn(ILogger<QuietSignIn> logger)
{
    public bool Try(SignIn.Attempt attempt, Func<SignIn.Attempt, bool> check)
    {
        var right = check(attempt);
        if (!right)
            logger.LogWarning("{User} failed after {Length} characters", attempt.User, attempt.Password.Length);
        return right;
    }
}
