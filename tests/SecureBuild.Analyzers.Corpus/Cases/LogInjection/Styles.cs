using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Serilog;
using Log = Serilog.Log;

namespace Audit.App;

public partial class AuditController(ILogger<AuditController> logger) : ControllerBase
{
    static readonly NLog.Logger s_nlog = NLog.LogManager.GetCurrentClassLogger();

    // [Bad CWE-117] concatenated
    [HttpGet] public void A(string user) => logger.LogInformation("User " + user + " came");

    // [Bad CWE-117] interpolated
    [HttpGet] public void B(string user) => logger.LogWarning($"User {user} failed");

    // [Bad CWE-117] a static logger, interpolated
    [HttpGet] public void C(string user) => Log.Error($"no {user}");

    // [Bad CWE-117] NLog, concatenated
    [HttpGet] public void D(string user) => s_nlog.Info("user=" + user);

    // [Good CWE-117] line breaks are taken out
    [HttpGet] public void E(string user) => logger.LogInformation("User " + user.Replace("\r", "").Replace("\n", "") + " came");

    // [Good CWE-117] line endings replaced
    [HttpGet] public void F(string user) => logger.LogInformation($"User {user.ReplaceLineEndings(" ")} came");

    // [Good CWE-117] a number
    [HttpGet] public void G(int id) => logger.LogInformation($"Id {id}");

    // [Good CWE-117] a constant, the user is only compared
    [HttpGet] public void H(string user) => logger.LogInformation(user == "root" ? "root came" : "somebody came");

    // [Bad CWE-117] trace and debug listeners
    [HttpGet] public void I(string user) { Trace.WriteLine("user " + user); }

    // [Bad CWE-117] a log file of one's own
    [HttpGet] public void J(string user) => System.IO.File.AppendAllText("/var/log/app.log", DateTime.UtcNow + " login " + user + Environment.NewLine);

    // [Good CWE-117] a helper cleans
    [HttpGet] public void K(string user) => logger.LogInformation("User {0} came" + Clean(user), 1);

    static string Clean(string s) => string.Concat(s.Where(c => !char.IsControl(c)));

    // [Bad CWE-117] a helper trims only
    [HttpGet] public void L(string user) => logger.LogInformation("User " + Short(user));

    static string Short(string s) => s.Length > 20 ? s[..20] : s;

    // [Good CWE-117] only the length
    [HttpGet] public void M(string user) => logger.LogInformation("User name of " + user.Length);

    // [Good CWE-117] encoded for addresses
    [HttpGet] public void N(string user) => logger.LogInformation("User " + Uri.EscapeDataString(user));

    // [Bad CWE-117] header in an error message of a catch
    [HttpGet]
    public void O()
    {
        try { throw new InvalidOperationException(); }
        catch (Exception e) { logger.LogError(e, "failed for " + Request.Headers["X-Forwarded-For"]); }
    }
}
