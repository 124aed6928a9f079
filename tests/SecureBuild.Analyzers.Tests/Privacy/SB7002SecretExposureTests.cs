using SecureBuild.Analyzers.Tests.Injection;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Privacy.SB7002SecretExposure>;

namespace SecureBuild.Analyzers.Tests.Privacy;

public sealed class SB7002SecretExposureTests
{
    [Fact]
    public Task Secrets_written_to_logs_and_answers_are_reported() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        using System.Text;
        public class Login { public string User { get; set; } public string Password { get; set; } }
        public class AccountController(ILogger<AccountController> logger, IConfiguration configuration) : Controller
        {
            public void Argument(string user, string password) => logger.LogInformation("{User} {Password}", user, [|password|]);
            public void Text(string user, string password) => logger.LogInformation([|$"{user} {password}"|]);
            public void Property(Login login) => logger.LogWarning("Wrong: {Password}", [|login.Password|]);
            public void Console_(string apiKey) => Console.WriteLine([|"Key: " + apiKey|]);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task What_only_identifies_a_secret_is_not_reported() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        using System.Text;
        public class Login { public string User { get; set; } public string Password { get; set; } }
        public class AccountController(ILogger<AccountController> logger) : Controller
        {
            public void User_(Login login) => logger.LogInformation("{User}", login.User);
            public void Length(string password) => logger.LogInformation("{Length}", password.Length);
            public void Missing(string password) => logger.LogInformation("Given: {Given}", password != null);
            public void Hash(string password) => logger.LogInformation("{Hash}", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(password))));
            public void Text() => logger.LogInformation("The password was changed");
            public void Label(string passwordPolicyName) => logger.LogInformation("{Policy}", passwordPolicyName);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task A_request_with_a_password_is_not_logged_as_a_whole() => Verify.AnalyzerAsync("""
        using System.Text.Json;
        public record Login(string User, string Password);
        public class Register { public string Mail { get; set; } = ""; public string Password { get; set; } = ""; }
        public class LoginController(ILogger<LoginController> logger) : ControllerBase
        {
            [HttpPost("/1")]
            public void Text(Login login) => [|logger.LogInformation($"Login {login}")|];
            [HttpPost("/2")]
            public void Parts(Register register) => [|logger.LogInformation("Register {@Request}", register)|];
            [HttpPost("/3")]
            public void Json(Register register) => [|logger.LogInformation("Register {Request}", JsonSerializer.Serialize(register))|];
            [HttpPost("/4")]
            public void Name(Register register) => logger.LogInformation("Register {Request}", register);
        }
        """, FlowSetup.Web);
}
