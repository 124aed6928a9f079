using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Bookclub.Members;

public class Member
{
    public Guid Id { get; set; }
    public string Name { get; set; }
    public string Iban { get; set; }
    public string PasswordHash { get; set; }
}

public sealed record MemberDto(Guid Id, string Name);

public sealed record ChangePassword(Guid Id, string OldPassword, string NewPassword) : IRequest<bool>;

// [Bad CWE-532] the behaviour of the pipeline writes every command into the log
public sealed class ChangePasswordHandler(ILogger<ChangePasswordHandler> logger) : IRequestHandler<ChangePassword, bool>
{
    public Task<bool> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        logger.LogDebug("{Name} {Payload}", nameof(ChangePassword), JsonSerializer.Serialize(request));
        return Task.FromResult(true);
    }
}

// [Good CWE-532] the behaviour of the pipeline writes for whom
public sealed class QuietChangePasswordHandler(ILogger<QuietChangePasswordHandler> logger) : IRequestHandler<ChangePassword, bool>
{
    public Task<bool> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        logger.LogDebug("{Name} {Payload}", nameof(ChangePassword), request.Id);
        return Task.FromResult(true);
    }
}

// [Bad CWE-532] the account's number in a line about the fee
public sealed class FeeJob(ILogger<FeeJob> logger, IReadOnlyList<Member> members) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var member in members)
            logger.LogInformation("Fee of {Member} from {Iban}", member.Id, member.Iban);
        return Task.CompletedTask;
    }
}

// [Good CWE-532] the last digits in a line about the fee
public sealed class MaskedFeeJob(ILogger<MaskedFeeJob> logger, IReadOnlyList<Member> members) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var member in members)
            logger.LogInformation("Fee of {Member}", member.Id);
        return Task.CompletedTask;
    }
}

// [Bad CWE-209] a filter for the whole API with the exception's text
public sealed class ApiExceptionFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        context.Result = new ObjectResult(new ProblemDetails { Title = context.Exception.GetType().Name, Detail = context.Exception.StackTrace }) { StatusCode = 500 };
        context.ExceptionHandled = true;
    }
}

// [Good CWE-209] a filter for the whole API with a sentence
public sealed class QuietApiExceptionFilter(ILogger<QuietApiExceptionFilter> logger) : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        logger.LogError(context.Exception, "Unhandled");
        context.Result = new ObjectResult(new ProblemDetails { Title = "Something failed." }) { StatusCode = 500 };
        context.ExceptionHandled = true;
    }
}

public static class MemberEndpoints
{
    // [Bad CWE-209] the failure of the import as a result
    public static void MapImport(this RouteGroupBuilder group) => group.MapPost("/import", async (HttpRequest request) =>
    {
        try
        {
            var members = await request.ReadFromJsonAsync<MemberDto[]>();
            return Results.Ok(members.Length);
        }
        catch (JsonException e)
        {
            return Results.BadRequest(new { error = e.ToString() });
        }
    });

    // [Good CWE-209] the line of the failure as a result
    public static void MapCheckedImport(this RouteGroupBuilder group) => group.MapPost("/import/checked", async (HttpRequest request) =>
    {
        try
        {
            var members = await request.ReadFromJsonAsync<MemberDto[]>();
            return Results.Ok(members.Length);
        }
        catch (JsonException e)
        {
            return Results.BadRequest(new { error = "The document is not valid.", line = e.LineNumber });
        }
    });
}
