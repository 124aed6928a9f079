using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;

namespace Members;

public class LoginRequest { public string User { get; set; } = ""; public string Password { get; set; } = ""; public bool Remember { get; set; } }

public class Member
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public string Email { get; set; } = "";
    public string PhoneNumber { get; set; } = "";
    public string SocialSecurityNumber { get; set; } = "";
    public string CreditCardNumber { get; set; } = "";
    public string PasswordHash { get; set; } = "";
    public DateTime Joined { get; set; }
}

public class MembersController(ILogger<MembersController> logger, IConfiguration configuration) : ControllerBase
{
    // [Bad CWE-532] the password is logged
    public IActionResult Login([FromBody] LoginRequest request)
    {
        logger.LogInformation("Login of {User} with {Password}", request.User, request.Password);
        return Ok();
    }

    // [Good CWE-532] whether the login succeeded is logged
    public IActionResult LoginLogged([FromBody] LoginRequest request)
    {
        logger.LogInformation("Login, remembered: {Remember}", request.Remember);
        return Ok();
    }

    // [Bad CWE-532] the password in an interpolated text
    public IActionResult Change(string newPassword)
    {
        logger.LogDebug($"New password: {newPassword}");
        return Ok();
    }

    // [Good CWE-532] the password's length
    public IActionResult ChangeLength(string newPassword)
    {
        logger.LogDebug("The new password has {Length} characters", newPassword.Length);
        return Ok();
    }

    // [Good CWE-532] the word password in a message
    public IActionResult ChangeNotice(string newPassword)
    {
        logger.LogInformation("The password was changed");
        return newPassword.Length < 12 ? BadRequest("The password is too short") : Ok();
    }

    // [Bad CWE-532] the API key of the configuration
    public void Start()
    {
        var apiKey = configuration["Payment:ApiKey"];
        logger.LogInformation("Payment with key " + apiKey);
    }

    // [Good CWE-532] whether there is an API key
    public void StartChecked()
    {
        var apiKey = configuration["Payment:ApiKey"];
        logger.LogInformation("Payment has a key: {HasKey}", !string.IsNullOrEmpty(apiKey));
    }

    // [Bad CWE-532] the connection string
    public void Connect()
    {
        var connectionString = configuration.GetConnectionString("Main");
        logger.LogInformation("Connecting with {ConnectionString}", connectionString);
    }

    // [Bad CWE-532] the bearer token of the request
    public void Token()
    {
        var token = Request.Headers.Authorization.ToString();
        logger.LogDebug("Token: {Token}", token);
    }

    // [Good CWE-532] a cancellation token and a token's kind are no secrets
    public async Task TokenKind(CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        var tokenType = "Bearer";
        logger.LogDebug("Expecting {TokenType}, cancelled: {Cancelled}", tokenType, cancellationToken.IsCancellationRequested);
    }

    // [Bad CWE-532] the private key
    public void Key()
    {
        using var rsa = RSA.Create(3072);
        var privateKey = rsa.ExportRSAPrivateKeyPem();
        Console.WriteLine(privateKey);
    }

    // [Good CWE-532] the public key
    public void PublicKey()
    {
        using var rsa = RSA.Create(3072);
        var publicKey = rsa.ExportRSAPublicKeyPem();
        Console.WriteLine(publicKey);
    }

    // [Bad CWE-359] the social security number
    public void Registered([FromBody] Member member) => logger.LogInformation("Registered {Number}", member.SocialSecurityNumber);

    // [Good CWE-359] the member's id and date
    public void RegisteredId([FromBody] Member member) => logger.LogInformation("Registered {Id} on {Joined}", member.Id, member.Joined);

    // [Bad CWE-359] the card's number
    public void Paid([FromBody] Member member, decimal amount) => logger.LogWarning("Paid " + amount + " with card " + member.CreditCardNumber);

    // [Good CWE-359] the card's last four digits
    public void PaidMasked([FromBody] Member member, decimal amount)
    {
        var masked = "**** " + member.CreditCardNumber[^4..];
        logger.LogWarning("Paid {Amount} with card {Masked}", amount, masked);
    }

    // [Bad CWE-359] the mail address
    public void Mailed([FromBody] Member member) => logger.LogInformation("Mail sent to {Email}", member.Email);

    // [Good CWE-359] how many mails
    public void MailedCount([FromBody] List<Member> members) => logger.LogInformation("Mail sent to {Count} members", members.Count);

    // [Bad CWE-532] Serilog and the password
    public void Logged(LoginRequest request) => Serilog.Log.Information("Login {Password}", request.Password);

    // [Bad CWE-532] a helper's local, copied twice
    public void Copied(LoginRequest request)
    {
        var text = request.Password;
        var line = "credentials: " + request.User + "/" + text;
        logger.LogTrace(line);
    }

    // [Good CWE-532] the password is overwritten by asterisks first
    public void Masked(LoginRequest request)
    {
        var shown = request.Password;
        shown = "***";
        logger.LogTrace("Login of {User} with " + shown, request.User);
    }

    // [Bad CWE-201] the password's hash is sent to the client
    public IActionResult Show([FromServices] IQueryable<Member> members, int id)
    {
        var member = members.Single(each => each.Id == id);
        return Ok(new { member.Name, member.PasswordHash });
    }

    // [Good CWE-201] the name is sent to the client
    public IActionResult ShowName([FromServices] IQueryable<Member> members, int id)
    {
        var member = members.Single(each => each.Id == id);
        return Ok(new { member.Name, member.Joined });
    }

    // [Bad CWE-201] the connection string is sent to the client
    public IActionResult Status() => Ok("connected to " + configuration.GetConnectionString("Main"));

    // [Good CWE-201] the environment's name is sent to the client
    public IActionResult StatusName([FromServices] IWebHostEnvironment environment) => Ok("running in " + environment.EnvironmentName);

    // [Bad CWE-312] the password is written to a file as it is
    public void Store(LoginRequest request) => System.IO.File.WriteAllText("/var/app/credentials.txt", request.User + ":" + request.Password);

    // [Good CWE-312] a hash of the password is stored
    public void StoreHash(LoginRequest request)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var hash = Rfc2898DeriveBytes.Pbkdf2(request.Password, salt, 600_000, HashAlgorithmName.SHA256, 32);
        System.IO.File.WriteAllText("/var/app/credentials.txt", request.User + ":" + Convert.ToHexString(salt) + ":" + Convert.ToHexString(hash));
    }

    // [Bad CWE-312] the password in a cookie
    public IActionResult Remember(LoginRequest request)
    {
        Response.Cookies.Append("pw", request.Password, new CookieOptions { HttpOnly = true, Secure = true });
        return Ok();
    }

    // [Good CWE-312] a random ticket in a cookie
    public IActionResult RememberTicket(LoginRequest request)
    {
        var ticket = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        Response.Cookies.Append("ticket", ticket, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax });
        return Ok();
    }
}

// [Bad CWE-532] a service logs what it gets
public class ResetController(ResetController.Resets resets) : ControllerBase
{
    public void Reset(string password) => resets.Set(password);

    public class Resets(ILogger<Resets> logger)
    {
        public void Set(string value) => logger.LogInformation("Set to " + value);
    }
}

// [Good CWE-532] a service logs that it got something
public class ResetControllerSafe(ResetControllerSafe.Resets resets) : ControllerBase
{
    public void Reset(string password) => resets.Set(password);

    public class Resets(ILogger<Resets> logger)
    {
        public void Set(string value) => logger.LogInformation("Set, empty: {Empty}", value.Length == 0);
    }
}
