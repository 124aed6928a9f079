using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1028UnverifiedToken>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1028UnverifiedTokenTests
{
    [Fact]
    public Task Claims_of_a_token_that_was_only_read_are_reported() => Verify.AnalyzerAsync("""
        using System.IdentityModel.Tokens.Jwt;
        using System.Security.Claims;
        using Microsoft.IdentityModel.JsonWebTokens;
        using Microsoft.IdentityModel.Tokens;
        public class TokenController : Controller
        {
            public object Identity(string text)
            {
                var token = new JwtSecurityTokenHandler().ReadJwtToken(text);
                return new ClaimsIdentity([|token.Claims|], "jwt");
            }
            public void Added(ClaimsIdentity identity, string text) => identity.AddClaims([|new JwtSecurityTokenHandler().ReadJwtToken(text).Claims|]);
            public object Read(string text) => new ClaimsIdentity([|new JsonWebTokenHandler().ReadJsonWebToken(text).Claims|], "jwt");
            public IActionResult Decided(string text)
            {
                var token = new JwtSecurityTokenHandler().ReadJwtToken(text);
                return [|token.Claims.Any(claim => claim.Type == "role" && claim.Value == "admin")|] ? View("Admin") : Forbid();
            }
            public object Looked(string text, IQueryable<Letter> letters)
            {
                var subject = new JsonWebTokenHandler().ReadJsonWebToken(text).Subject;
                return letters.Where(letter => [|letter.OwnerId == subject|]).ToList();
            }
            public IActionResult Unpacked(string token)
            {
                var payload = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(token.Split('.')[1]));
                return [|payload.Contains("admin")|] ? View("Admin") : Forbid();
            }
            public class Letter { public string OwnerId { get; set; } }
            public object Constructed(string text) => new ClaimsIdentity([|new JwtSecurityToken(text).Claims|], "jwt");
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Validated_tokens_are_not_reported() => Verify.AnalyzerAsync("""
        using System.IdentityModel.Tokens.Jwt;
        using System.Security.Claims;
        using Microsoft.IdentityModel.JsonWebTokens;
        using Microsoft.IdentityModel.Tokens;
        public class TokenController(TokenValidationParameters parameters) : Controller
        {
            public IActionResult Validated(string text)
            {
                var user = new JwtSecurityTokenHandler().ValidateToken(text, parameters, out _);
                return user.IsInRole("admin") ? View("Admin") : Forbid();
            }
            public IActionResult Middleware() => User.IsInRole("admin") ? View("Admin") : Forbid();
            public object Reread(string text)
            {
                var handler = new JwtSecurityTokenHandler();
                handler.ValidateToken(text, parameters, out _);
                return new ClaimsIdentity(handler.ReadJwtToken(text).Claims, "jwt");
            }
            public bool IsOld(string text)
            {
                if (new JwtSecurityTokenHandler().ReadJwtToken(text).ValidTo < DateTime.UtcNow)
                    return true;
                return false;
            }
            public bool Readable(string text) => new JwtSecurityTokenHandler().CanReadToken(text);
            public async Task<object> Async(string text)
            {
                var result = await new JwtSecurityTokenHandler().ValidateTokenAsync(text, parameters);
                return result.IsValid ? new ClaimsPrincipal(result.ClaimsIdentity) : null;
            }
        }
        """, FlowSetup.Web);

    [Fact]
    public Task A_result_of_validation_that_nobody_looks_at_is_reported() => Verify.AnalyzerAsync("""
        using System.Security.Claims;
        using Microsoft.IdentityModel.JsonWebTokens;
        using Microsoft.IdentityModel.Tokens;
        public class Tokens(TokenValidationParameters parameters)
        {
            public async Task<ClaimsIdentity> Believed(string text)
            {
                var result = await new JsonWebTokenHandler().ValidateTokenAsync(text, parameters).ConfigureAwait(false);
                return [|result.ClaimsIdentity|];
            }
            public async Task<ClaimsIdentity> AtOnce(string text) => [|(await new JsonWebTokenHandler().ValidateTokenAsync(text, parameters)).ClaimsIdentity|];
            public async Task<bool> Forgotten(string text)
            {
                await [|new JsonWebTokenHandler().ValidateTokenAsync(text, parameters)|];
                return true;
            }
            public async Task<ClaimsIdentity> Asked(string text)
            {
                var result = await new JsonWebTokenHandler().ValidateTokenAsync(text, parameters);
                if (result.Exception != null)
                    throw result.Exception;
                return result.ClaimsIdentity;
            }
            public async Task<ClaimsIdentity> Matched(string text)
                => await new JsonWebTokenHandler().ValidateTokenAsync(text, parameters) is { IsValid: true } valid ? valid.ClaimsIdentity : null;
            public Task<TokenValidationResult> PassedOn(string text) => new JsonWebTokenHandler().ValidateTokenAsync(text, parameters);
        }
        """, FlowSetup.Web);
}
