using System.Security.Cryptography;

namespace GovPortal.Web;

/// <summary>Invitations by mail, and the tip of the day.</summary>
public static class Invitation
{
    static readonly string[] s_tips = ["Have your number ready.", "Forms are kept for 30 days.", "番号をご用意ください。"];

    public static string NewResetToken()
    {
        var resetToken = new Random().Next(100000, 999999).ToString(); // expect: SB2005
        return resetToken;
    }

    public static string NewInvitationToken() => Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    public static string TipOfTheDay() => s_tips[Random.Shared.Next(s_tips.Length)];
}
