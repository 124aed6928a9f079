using Fix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Identity.SB2201JwtValidationDisabled, SecureBuild.CodeFixes.Identity.SB2201JwtValidationDisabledCodeFix>;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Identity.SB2201JwtValidationDisabled>;

namespace SecureBuild.Analyzers.Tests.Identity;

public sealed class SB2201JwtValidationDisabledTests
{
    const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Microsoft.IdentityModel.Tokens;
        namespace Microsoft.IdentityModel.Tokens
        {
            public class SecurityToken { public string Issuer { get; set; } public DateTime ValidTo { get; set; } }
            public class JsonWebToken : SecurityToken { public JsonWebToken(string token) { } }
            public class SecurityTokenException : Exception { }
            public delegate string IssuerValidator(string issuer, SecurityToken token, TokenValidationParameters parameters);
            public delegate SecurityToken SignatureValidator(string token, TokenValidationParameters parameters);
            public delegate bool LifetimeValidator(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters);
            public delegate bool AudienceValidator(IEnumerable<string> audiences, SecurityToken token, TokenValidationParameters parameters);
            public class TokenValidationParameters
            {
                public bool ValidateIssuer { get; set; } = true;
                public bool ValidateAudience { get; set; } = true;
                public bool ValidateLifetime { get; set; } = true;
                public bool ValidateIssuerSigningKey { get; set; }
                public bool RequireSignedTokens { get; set; } = true;
                public bool RequireExpirationTime { get; set; } = true;
                public string ValidIssuer { get; set; }
                public IssuerValidator IssuerValidator { get; set; }
                public SignatureValidator SignatureValidator { get; set; }
                public LifetimeValidator LifetimeValidator { get; set; }
                public AudienceValidator AudienceValidator { get; set; }
                public IEnumerable<string> ValidAlgorithms { get; set; }
            }
        }
        class Options { public TokenValidationParameters TokenValidationParameters { get; set; } = new(); }

        """;

    [Fact]
    public Task Checks_that_are_switched_off_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            const bool Off = false;
            readonly bool _lifetime = false;
            void M(Options options)
            {
                options.TokenValidationParameters = new TokenValidationParameters { [|ValidateIssuer = false|], [|ValidateAudience = false|], ValidateIssuerSigningKey = true };
                options.TokenValidationParameters = new() { [|ValidateLifetime = _lifetime|], [|RequireSignedTokens = Off|] };
                [|options.TokenValidationParameters.RequireExpirationTime = false|];
                [|options.TokenValidationParameters.ValidateIssuerSigningKey = false|];
            }
        }
        """);

    [Fact]
    public Task Quotes_of_any_kind_before_it_in_the_line_hide_nothing() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void Character(Options o, string s) { s = s.Trim('"'); [|o.TokenValidationParameters.ValidateIssuer = false|]; }
            void Backslash(Options o, string s) { s = "C:\\"; [|o.TokenValidationParameters.ValidateIssuer = false|]; }
            void Verbatim(Options o, string s) { s = @"C:\"; [|o.TokenValidationParameters.ValidateIssuer = false|]; }
        }
        """);

    [Fact]
    public Task Validators_that_check_nothing_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            TokenValidationParameters M() => new()
            {
                [|SignatureValidator = (token, _) => new JsonWebToken(token)|],
                [|IssuerValidator = (issuer, _, _) => issuer|],
                [|LifetimeValidator = (_, _, _, _) => true|],
                [|AudienceValidator = Any|],
                [|ValidAlgorithms = new[] { "RS256", "none" }|],
            };
            TokenValidationParameters N() => new() { [|SignatureValidator = delegate(string token, TokenValidationParameters parameters) { var parsed = new JsonWebToken(token); return parsed; }|] };
            static bool Any(IEnumerable<string> audiences, SecurityToken token, TokenValidationParameters parameters) => true;
        }
        """);

    [Fact]
    public Task Real_checks_renewal_and_development_are_not() => Verify.AnalyzerAsync(Usings + """
        class Env { public bool IsDevelopment() => true; }
        class Mine { public bool ValidateIssuer { get; set; } }
        class C
        {
            TokenValidationParameters M(bool configured) => new()
            {
                ValidateIssuer = true, ValidateAudience = configured, ValidateLifetime = true,
                SignatureValidator = (token, _) => Verify(token) ? new JsonWebToken(token) : throw new SecurityTokenException(),
                LifetimeValidator = (_, expires, _, _) => expires > DateTime.UtcNow,
                ValidAlgorithms = new[] { "RS256" },
            };
            TokenValidationParameters Multi() => new() { ValidateIssuer = false, IssuerValidator = (issuer, _, _) => issuer.StartsWith("https://login.contoso.com/") ? issuer : throw new SecurityTokenException() };
            object PrincipalFromExpiredToken(string token) => new TokenValidationParameters { ValidateLifetime = false };
            void Development(Options options, Env env) { if (env.IsDevelopment()) options.TokenValidationParameters.ValidateIssuer = false; }
            Mine Other() => new() { ValidateIssuer = false };
            static bool Verify(string token) => token.Length > 3;
        }
        """);

    [Fact]
    public Task A_token_written_without_a_signature_is_reported() => Verify.AnalyzerAsync(Usings + """
        class JwtSecurityToken : SecurityToken { public JwtSecurityToken(string issuer, object signingCredentials = null) { } }
        class Handler { public string WriteToken(SecurityToken token) => ""; }
        class C
        {
            string M(Handler handler) => handler.WriteToken([|new JwtSecurityToken("issuer")|]);
            string N(Handler handler, object credentials) => handler.WriteToken(new JwtSecurityToken("issuer", credentials));
        }
        """);

    [Fact]
    public Task The_fix_switches_the_check_on() => Fix.CodeFixAsync(Usings + """
        class C
        {
            TokenValidationParameters M() => new() { [|ValidateIssuer = false|], [|ValidateLifetime = false|] };
        }
        """, Usings + """
        class C
        {
            TokenValidationParameters M() => new() { ValidateIssuer = true, ValidateLifetime = true };
        }
        """);
}
