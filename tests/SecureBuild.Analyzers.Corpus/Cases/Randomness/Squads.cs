using System.Security.Cryptography;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace Bookclub.Invitations;

public sealed class Invitation
{
    public string Code { get; init; } = "";
    public DateTime Until { get; init; }
}

public sealed record Invite(string Email) : IRequest<Invitation>;

// [Bad CWE-338] the invitation's code is guessed
public sealed class InviteHandler(TimeProvider clock) : IRequestHandler<Invite, Invitation>
{
    public Task<Invitation> Handle(Invite request, CancellationToken cancellationToken)
    {
        var random = new Random();
        var invitationCode = string.Join("", Enumerable.Range(0, 8).Select(_ => random.Next(0, 10)));
        return Task.FromResult(new Invitation { Code = invitationCode, Until = clock.GetUtcNow().UtcDateTime.AddDays(7) });
    }
}

// [Good CWE-338] the invitation's code is of the generator
public sealed class SafeInviteHandler(TimeProvider clock) : IRequestHandler<Invite, Invitation>
{
    public Task<Invitation> Handle(Invite request, CancellationToken cancellationToken)
    {
        var invitationCode = RandomNumberGenerator.GetHexString(16);
        return Task.FromResult(new Invitation { Code = invitationCode, Until = clock.GetUtcNow().UtcDateTime.AddDays(7) });
    }
}

// [Bad CWE-330] the link of the calendar is the hash of the address
public static class CalendarLinks
{
    public static string FeedToken(string email) => $"{email.GetHashCode():x8}{DateTime.UtcNow.Ticks:x}";
}

// [Good CWE-330] the place of the shelf is the hash of the address
public static class Shelves
{
    public static int ShelfOf(string email, int shelves) => (int)((uint)email.GetHashCode() % (uint)shelves);
}
