using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Parcelpoint.Accounts;

public class Account
{
    public Guid Id { get; set; }
    public string Email { get; set; }
    public string PasswordHash { get; set; }
    public string ResetToken { get; set; }
}

public sealed record AccountDto(Guid Id, string Email);

public class AccountDb(DbContextOptions<AccountDb> options) : DbContext(options)
{
    public DbSet<Account> Accounts { get; set; }
}

public static class RegisterAccount
{
    public sealed record Command(string Email, string Password) : IRequest<Guid>;

    // [Bad CWE-532] the command, password and all, is in the log
    public sealed class Handler(ILogger<Handler> logger, AccountDb db) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            logger.LogInformation("Handling {@Command}", request);
            var account = new Account { Id = Guid.NewGuid(), Email = request.Email };
            db.Add(account);
            await db.SaveChangesAsync(cancellationToken);
            return account.Id;
        }
    }

    // [Good CWE-532] the command's name is in the log
    public sealed class QuietHandler(ILogger<QuietHandler> logger, AccountDb db) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            logger.LogInformation("Handling {Command}", nameof(RegisterAccount));
            var account = new Account { Id = Guid.NewGuid(), Email = request.Email };
            db.Add(account);
            await db.SaveChangesAsync(cancellationToken);
            return account.Id;
        }
    }
}

public static class AccountEndpoints
{
    // [Bad CWE-200] the entity with its hash is the answer
    public static void MapEntity(IEndpointRouteBuilder app) =>
        app.MapGet("/accounts/{id:guid}", async (Guid id, AccountDb db) => Results.Ok(await db.Accounts.FindAsync(id))).RequireAuthorization("Support");

    // [Good CWE-200] two properties are the answer
    public static void MapDto(IEndpointRouteBuilder app) =>
        app.MapGet("/accounts/{id:guid}/short", async (Guid id, AccountDb db) =>
            await db.Accounts.Where(each => each.Id == id).Select(each => new AccountDto(each.Id, each.Email)).FirstOrDefaultAsync()).RequireAuthorization("Support");

    // [Bad CWE-209] the caught message is the problem's detail
    public static void MapImport(IEndpointRouteBuilder app) =>
        app.MapPost("/accounts/import", async (HttpRequest request, ISender sender) =>
        {
            try
            {
                return Results.Ok(await request.ReadFromJsonAsync<AccountDto[]>());
            }
            catch (Exception exception)
            {
                return Results.Problem(exception.Message + exception.StackTrace, statusCode: 500);
            }
        }).RequireAuthorization();

    // [Good CWE-209] the problem has a title
    public static void MapQuietImport(IEndpointRouteBuilder app, ILogger logger) =>
        app.MapPost("/accounts/import/quiet", async (HttpRequest request) =>
        {
            try
            {
                return Results.Ok(await request.ReadFromJsonAsync<AccountDto[]>());
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "Import failed");
                return Results.Problem(title: "The import failed.", statusCode: 500);
            }
        }).RequireAuthorization();
}

// [Bad CWE-532] the service writes the token of the reset into its log
public sealed class ResetMailer(ILogger<ResetMailer> logger) : BackgroundService
{
    readonly System.Threading.Channels.Channel<Account> _queue = System.Threading.Channels.Channel.CreateBounded<Account>(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var account in _queue.Reader.ReadAllAsync(stoppingToken))
            logger.LogInformation("Sending /reset?token={Token} for {Id}", account.ResetToken, account.Id);
    }
}

// [Good CWE-532] the service writes for whom
public sealed class QuietResetMailer(ILogger<QuietResetMailer> logger) : BackgroundService
{
    readonly System.Threading.Channels.Channel<Account> _queue = System.Threading.Channels.Channel.CreateBounded<Account>(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var account in _queue.Reader.ReadAllAsync(stoppingToken))
            logger.LogInformation("Sending a reset for {Id}", account.Id);
    }
}
