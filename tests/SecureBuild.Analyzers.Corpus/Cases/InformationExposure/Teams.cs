// Secrets and persons in logs and answers, as teams let them out.
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Serilog;

namespace Corpus.InformationExposure.Teams;

public sealed record Credentials(string UserName, string Password);

public sealed class Patient { public int Id { get; set; } public string Name { get; set; } = ""; public string SocialSecurityNumber { get; set; } = ""; public string CreditCardNumber { get; set; } = ""; }

// [Bad CWE-532] Serilog takes the credentials apart
public class SerilogController : ControllerBase
{
    [HttpPost("/serilog")]
    public IActionResult SignIn(Credentials credentials)
    {
        Log.Information("Sign-in with {@Credentials}", credentials);
        return Ok();
    }
}

// [Good CWE-532] Serilog gets the user's number of attempts
public class QuietSerilogController : ControllerBase
{
    [HttpPost("/quiet-serilog")]
    public IActionResult SignIn(Credentials credentials)
    {
        Log.Information("Sign-in, {Length} characters", credentials.UserName.Length);
        return Ok();
    }
}

// [Bad CWE-532] NLog with the password as an argument
public sealed class NLogService
{
    static readonly NLog.Logger s_log = NLog.LogManager.GetCurrentClassLogger();

    public bool Check(Credentials credentials)
    {
        s_log.Info("check {0} {1}", credentials.UserName.Length, credentials.Password);
        return credentials.Password.Length > 0;
    }
}

// [Bad CWE-532] the object as JSON in the log
public sealed class JsonLogger(ILogger<JsonLogger> logger)
{
    public void SignIn(Credentials credentials) => logger.LogDebug("request body: {Body}", JsonSerializer.Serialize(credentials));
}

// [Good CWE-532] an object without secrets as JSON in the log
public sealed class OrderLogger(ILogger<OrderLogger> logger)
{
    public sealed record Order(int Number, decimal Total);

    public void Placed(Order order) => logger.LogDebug("order: {Body}", JsonSerializer.Serialize(order));
}

// [Bad CWE-532] a token by a partial method of the log
public static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information, "refreshed {AccessToken}")]
    public static partial void Refreshed(Microsoft.Extensions.Logging.ILogger logger, string accessToken);

    public static partial void Refreshed(Microsoft.Extensions.Logging.ILogger logger, string accessToken) => logger.LogInformation("refreshed {AccessToken}", accessToken);
}

// [Bad CWE-359] numbers of cards in the log
public sealed class PatientService(ILogger<PatientService> logger)
{
    public void Admit(Patient patient) => logger.LogInformation("admitted {Id} {Ssn}", patient.Id, patient.SocialSecurityNumber);
}

// [Good CWE-359] the number of the record in the log
public sealed class QuietPatientService(ILogger<QuietPatientService> logger)
{
    public void Admit(Patient patient) => logger.LogInformation("admitted {Id}", patient.Id);
}

// [Bad CWE-598] a password in the address
public sealed class LegacyClient(HttpClient client)
{
    public Task<string> SignInAsync(string user, string password) => client.GetStringAsync($"https://api.example.org/login?user={Uri.EscapeDataString(user)}&password={Uri.EscapeDataString(password)}");
}

// [Good CWE-598] a password in the body
public sealed class ModernClient(HttpClient client)
{
    public Task<HttpResponseMessage> SignInAsync(string user, string password) => client.PostAsJsonAsync("https://api.example.org/login", new { user, password });
}

// [Bad CWE-312] a password in a file, as it is
public sealed class SettingsStore(string folder)
{
    public void Remember(string user, string password) => File.WriteAllText(Path.Combine(folder, "login.txt"), user + "\n" + password);
}

// [Good CWE-312] a password in a file, protected
public sealed class ProtectedStore(string folder, Microsoft.AspNetCore.DataProtection.IDataProtector protector)
{
    public void Remember(string user, string password) => File.WriteAllText(Path.Combine(folder, "login.txt"), user + "\n" + Convert.ToBase64String(protector.Protect(System.Text.Encoding.UTF8.GetBytes(password))));
}

// [Bad CWE-598] an action for GET takes the password
public class GetController : ControllerBase
{
    [HttpGet("/session")]
    public IActionResult SignIn(string user, string password) => Ok(user.Length + password.Length);
}

// [Good CWE-598] an action for POST takes the password
public class PostController : ControllerBase
{
    [HttpPost("/session")]
    public IActionResult SignIn([FromForm] string user, [FromForm] string password) => Ok(user.Length + password.Length);
}

// [Bad CWE-598] a query by the framework's helper
public static class QueryClient
{
    public static Task<string> SignInAsync(HttpClient client, string user, string password)
    {
        var address = Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString("https://api.example.org/login", "user", user);
        return client.GetStringAsync(Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(address, "password", password));
    }
}

// [Good CWE-598] a form's body, and a page of the query
public static class FormClient
{
    public static Task<HttpResponseMessage> SignInAsync(HttpClient client, string user, string password, int page) =>
        client.PostAsync($"https://api.example.org/login?page={page}", new StringContent("user=" + Uri.EscapeDataString(user) + "&password=" + Uri.EscapeDataString(password)));
}

// [Bad CWE-598] an endpoint for GET takes the password
public static class GetEndpoint
{
    public static void Map(WebApplication app) => app.MapGet("/token", (string user, string password) => Results.Ok(user.Length + password.Length));
}

// [Good CWE-598] an endpoint for GET takes what resets a password once
public static class ResetEndpoint
{
    public static void Map(WebApplication app) => app.MapGet("/reset", (string user, string passwordResetCode) => Results.Ok(user.Length + passwordResetCode.Length));
}
