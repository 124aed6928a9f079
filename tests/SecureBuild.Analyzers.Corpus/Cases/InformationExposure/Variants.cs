// Error details, secrets and personal data, in many styles.
using System.Data.SqlClient;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Corpus.InformationExposure.Variants;

// [Bad CWE-209] the whole exception
public class OrdersController(SqlConnection connection, ILogger<OrdersController> logger) : ControllerBase
{
    [HttpGet("/orders")]
    public IActionResult Get()
    {
        try
        {
            connection.Open();
            return Ok();
        }
        catch (SqlException ex)
        {
            logger.LogError(ex, "Orders could not be read.");
            return StatusCode(500, ex.ToString());
        }
    }

    sealed class SqlException : Exception;
}

// [Good CWE-209] a sentence
public class OrdersGoodController(SqlConnection connection, ILogger<OrdersGoodController> logger) : ControllerBase
{
    [HttpGet("/orders-good")]
    public IActionResult Get()
    {
        try
        {
            connection.Open();
            return Ok();
        }
        catch (Exception ex)
        {
            logger.LogError(ex, "Orders could not be read.");
            return Problem("Orders could not be read.", statusCode: 500);
        }
    }
}

// [Bad CWE-209] an exception handler's page
public static class ErrorPage
{
    public static void Use(IApplicationBuilder app) => app.UseExceptionHandler(error => error.Run(async context =>
    {
        var feature = context.Features.Get<IExceptionHandlerFeature>();
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsJsonAsync(new { message = feature?.Error.Message, stack = feature?.Error.StackTrace });
    }));
}

// [Good CWE-209] an exception handler's page with a reference
public static class ErrorPageGood
{
    public static void Use(IApplicationBuilder app) => app.UseExceptionHandler(error => error.Run(async context =>
    {
        var feature = context.Features.Get<IExceptionHandlerFeature>();
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("errors").LogError(feature?.Error, "Failed");
        await context.Response.WriteAsJsonAsync(new { message = "An error occurred.", id = context.TraceIdentifier });
    }));
}

// [Bad CWE-209] a filter puts the trace into the answer
public class ApiExceptionFilter : ExceptionFilterAttribute
{
    public override void OnException(ExceptionContext context)
    {
        context.Result = new ObjectResult(new ProblemDetails { Title = "Error", Detail = context.Exception.StackTrace }) { StatusCode = 500 };
        context.ExceptionHandled = true;
    }
}

// [Good CWE-209] a filter for exceptions of our own whose messages are for users
public class ValidationFilter : ExceptionFilterAttribute
{
    public override void OnException(ExceptionContext context)
    {
        context.Result = new BadRequestObjectResult(new { error = "The request is not valid." });
        context.ExceptionHandled = true;
    }
}

// [Bad CWE-532] the password in the log
public class AccountController(ILogger<AccountController> logger, UserManager<IdentityUser> users) : ControllerBase
{
    public record RegisterDto(string Email, string Password);

    [HttpPost("/register")]
    public async Task<IActionResult> Register(RegisterDto dto)
    {
        logger.LogInformation("Registering {Email} with {Password}", dto.Email, dto.Password);
        var result = await users.CreateAsync(new IdentityUser(dto.Email), dto.Password);
        return result.Succeeded ? Ok() : BadRequest();
    }
}

// [Good CWE-532] that there is one
public class AccountGoodController(ILogger<AccountGoodController> logger) : ControllerBase
{
    public record RegisterDto(string Email, string Password);

    [HttpPost("/register-good")]
    public IActionResult Register(RegisterDto dto)
    {
        logger.LogInformation("Registering, password given: {Given}", dto.Password.Length > 0);
        return Ok();
    }
}

// [Bad CWE-532] a connection string in the log
public class StartupLog(ILogger<StartupLog> logger, IConfiguration configuration)
{
    public void Write()
    {
        var connectionString = configuration.GetConnectionString("Default");
        logger.LogDebug("Using {ConnectionString}", connectionString);
    }
}

// [Good CWE-532] a token's length on the console
public class TokenToolGood
{
    public async Task RunAsync(HttpClient http)
    {
        string accessToken = await http.GetStringAsync("https://id.example.org/token");
        Console.WriteLine("Got a token of " + accessToken.Length + " characters");
    }
}

// [Bad CWE-312] a password in a file
public class SettingsFile
{
    public void Save(string user, string password) => File.WriteAllText("settings.ini", $"user={user}\npassword={password}");
}

// [Good CWE-312] a password's hash in a file
public class SettingsFileGood
{
    public void Save(string user, string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32);
        File.WriteAllText("settings.ini", $"user={user}\nhash={Convert.ToHexString(salt)}:{Convert.ToHexString(hash)}");
    }
}

// [Bad CWE-312] a password in a cookie
public class RememberMeController : ControllerBase
{
    [HttpPost("/remember-me")]
    public void Post([FromForm] string password) =>
        Response.Cookies.Append("pw", password, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict });
}

// [Bad CWE-359] a social security number in the log
public class PatientController(ILogger<PatientController> logger) : ControllerBase
{
    public class Patient { public string Name { get; set; } = ""; public string SocialSecurityNumber { get; set; } = ""; }

    [HttpPost("/patients")]
    public void Post(Patient patient) => logger.LogInformation("New patient {Number}", patient.SocialSecurityNumber);
}

// [Good CWE-201] name and id
public class UsersGoodController(List<UsersGoodController.UserEntity> users) : ControllerBase
{
    public class UserEntity { public int Id { get; set; } public string Name { get; set; } = ""; public string PasswordHash { get; set; } = ""; }

    [HttpGet("/users-good/{id:int}")]
    public object Get(int id)
    {
        var user = users.Single(each => each.Id == id);
        return new { user.Id, user.Name };
    }
}

// [Bad CWE-497] the machine's environment
public class DiagnosticsController : ControllerBase
{
    [HttpGet("/env")]
    public IActionResult Get() => Ok(Environment.GetEnvironmentVariables());
}
