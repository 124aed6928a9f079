using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Secrets;
using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Secrets.SB5001HardcodedPassword>;

namespace SecureBuild.Analyzers.Tests.Secrets;

public sealed class SB5001HardcodedPasswordTests
{
    // Put together here, so that no scanner of this repository takes them for real.
    public static TheoryData<string> KnownFormats =>
    [
        "AK" + "IAQ3EGRVZZZPLMKWTB",
        "gh" + "p_aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hI6",
        "xox" + "b-123456789012-abcdefGHIJKL",
        "sk_" + "live_4eC39HqLyjWDarjtT1zdp7dc",
        "ey" + "JhbGciOiJIUzI1NiJ9.ey" + "JzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
        "https://hooks." + "slack.com/services/T01ABCDEF/B01ABCDEF/aBcDeFgHiJkLmNoPqRsTuVwX",
    ];

    [Fact]
    public Task A_literal_for_a_password_of_an_api_is_reported() => Verify.AnalyzerAsync("""
        #pragma warning disable SYSLIB0057, SYSLIB0041, SYSLIB0060
        using System.Diagnostics;
        using System.Net;
        using System.Security.Cryptography;
        using System.Security.Cryptography.X509Certificates;
        class C
        {
            const string Quiet = "letmein";
            static readonly string s_word = "opensesame";
            NetworkCredential Positional() => new NetworkCredential("portal", [|"letmein"|]);
            NetworkCredential Named() => new(password: [|"Zt4$kPm92xQe"|], userName: "portal");
            NetworkCredential Constant() => new("portal", [|Quiet|]);
            NetworkCredential Field() => new("portal", [|s_word|]);
            NetworkCredential Initialised() => new() { UserName = "portal", Password = [|"letmein"|] };
            NetworkCredential Local() { var word = "blue horses"; return new("portal", [|word|]); }
            NetworkCredential Fallback(string configured) => new("portal", [|configured ?? "letmein"|]);
            X509Certificate2 Certificate() => new X509Certificate2("portal.pfx", [|"sesame"|]);
            X509Certificate2 Loaded() => X509CertificateLoader.LoadPkcs12FromFile("portal.pfx", [|"sesame"|]);
            PasswordDeriveBytes Derived(byte[] salt) => new([|"sesame"|], salt);
            byte[] Pbkdf2(byte[] salt) => Rfc2898DeriveBytes.Pbkdf2([|"sesame"|], salt, 600_000, HashAlgorithmName.SHA256, 32);
            ProcessStartInfo Start() => new ProcessStartInfo { UserName = "portal", PasswordInClearText = [|"sesame"|] };
        }
        """);

    [Fact]
    public Task What_comes_from_elsewhere_is_not_reported() => Verify.AnalyzerAsync("""
        #pragma warning disable SYSLIB0057
        using System;
        using System.Net;
        using System.Security.Cryptography.X509Certificates;
        class C
        {
            string _password;
            C(string password) => _password = password;
            NetworkCredential Given(string password) => new NetworkCredential("portal", password);
            NetworkCredential Environment() => new("portal", System.Environment.GetEnvironmentVariable("PORTAL_PASSWORD"));
            NetworkCredential Placeholder() => new("portal", "<your password>");
            NetworkCredential Changed(bool b) { var word = "sesame"; word = Console.ReadLine(); return new("portal", word); }
            X509Certificate2 WithoutPassword() => new X509Certificate2("portal.pfx", "");
        }
        """);

    [Fact]
    public Task A_name_that_promises_a_password_is_reported_with_a_value_like_one() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        class C
        {
            const string DbPassword = [|"hunter2"|];
            static readonly string ADMIN_PWD = [|"Winter2024!"|];
            string Passphrase { get; set; } = [|"tr0ub4dor&3"|];
            string SmtpPassword => [|"x7Gh!pq2"|];
            public string ApiKey = [|"9f86d081884c7d659a2feaa0c55ad015"|];
            string clientSecret = [|"dGhpcyBpcyBub3Q3IHJlYWw"|];
            string Password() => [|"letmein"|];

            void M(string password = [|"P@ssw0rd1"|])
            {
                var userPassword = [|"Sommer2023"|];
                string accessToken;
                accessToken = [|"a8Fk29xLq0Zt71Vb"|];
                Connect(user: "portal", password: [|"s3cr3t!x"|]);
                var settings = new Dictionary<string, string> { ["Smtp:Password"] = [|"s3cr3t!x"|] };
                settings["ApiKey"] = [|"a8Fk29xLq0Zt71Vb"|];
                settings.Add("Password", [|"s3cr3t!x"|]);
                var anonymous = new { User = "portal", Password = [|"s3cr3t!x"|] };
                password ??= [|"s3cr3t!x"|];
            }

            bool Login(string user, string password) => user == "root" && (password == [|"t00r!"|] || [|"rosebud"|] == password || password.Equals([|"s3cr3t!x"|]) || string.Equals(password, [|"s3cr3t!x"|]));
            void Connect(string user, string password) { }
        }
        """);

    [Fact]
    public Task Labels_keys_placeholders_and_templates_are_not_reported() => Verify.AnalyzerAsync("""
        using System;
        using System.Collections.Generic;
        class C
        {
            const string Password = "Password";
            const string PasswordKey = "Smtp1:Password2";
            const string EnterPassword = "Please enter your password";
            const string GrantTypePassword = "password";
            const string ApiKey = "X-Api-Key";
            const string ClientSecret = "client_secret";
            const string AccessToken = "access_token";
            const string ChangePassword = "/account/password/change2";
            const string ResetPassword = "https://city.example/reset?v=2";
            const string SmtpPassword = "Smtp:Credentials:Password";
            const string InvalidPassword = "E1001";
            const string IncorrectPassword = "AUTH-004";
            const string ForgotPassword = "AUTH-005";
            const string ExpiredToken = "AUTH-ERROR-0612x";
            const string LabelPassword = "パスワード";
            const string PlaceholderPassword = "your-password-123";
            const string ChangeMePassword = "ChangeMe123!";
            const string TemplatePassword = "{0}";
            const string StarPassword = "********";
            const string VariablePassword = "${DB_PASSWORD1}";
            const string Parameter = "@password1";
            const string DbPassword = "@password1";
            const string RequiredPassword = "Password*";
            const string SelectorPassword = "#Password1";
            const string FieldPassword = "input[name=pw1]";
            const string EmptyPassword = "";
            const string PrimaryKey = "customer_1";
            const string Token = "identifier";
            const string PasswordRegex = @"^(?=.*\d)[A-Za-z\d]{8,}$";
            string passwordField = "txtPassword1";
            string PasswordHasher = "Argon2id-v19";
            string PasswordHash = "9f86d081884c7d659a2feaa0c55ad015";
            string tokenType = "Bearer1x";
            string keyboard = "a8Fk29xLq0Zt71Vb";
            string passport = "X1234567";
            string cancellationToken = "a8Fk29xLq0Zt71Vb";
            string testId = "a8Fk29xLq0Zt71Vb";

            void M(string password, Dictionary<string, string> settings)
            {
                Console.WriteLine("Password1!");
                if (password == "" || password != "none" || password.Contains("abc123"))
                    throw new ArgumentException("Password too short (min. 8)", nameof(password));
                settings["Password"] = settings["Old:Password1"];
                var fromSettings = settings["Db1:Password"];
                var lambdaPassword = new Func<string>(() => "s3cr3t!x");
            }
        }
        """);

    [Theory, MemberData(nameof(KnownFormats))]
    public async Task A_known_format_is_reported_wherever_it_stands(string token)
    {
        await Verify.AnalyzerAsync($$"""class C { object M(int n) => string.Concat({|SB5001:"{{token}}"|}, n); }""");
        await Verify.AnalyzerAsync($$"""class C { string M(int n) => $"{|SB5001:Authorization: {{token}} |}{n}"; }""");
        await Verify.AnalyzerAsync($$"""[System.Obsolete({|SB5001:"{{token}}"|})] class C { }""");
    }

    [Fact]
    public Task A_sample_of_a_known_format_is_not_reported() => Verify.AnalyzerAsync($$"""
        class C { string[] Samples = { "{{"AK" + "IAIOSFODNN7EXAMPLE"}}", "ghp_short", "eyJ.eyJ", "AKIAxxxxxxxxxxxxxxxx", "xoxb-your-token-goes-here" }; }
        """);

    [Fact]
    public async Task In_a_test_project_only_known_formats_are_reported()
    {
        var test = new TestSetup { Stubs = [("Xunit.cs", "namespace Xunit { public class FactAttribute : System.Attribute { } }")] };
        await Verify.AnalyzerAsync("""class C { string Password = "hunter2"; object M() => new System.Net.NetworkCredential("portal", "letmein"); }""", test);
        await Verify.AnalyzerAsync($$"""class C { string Anything = {|SB5001:"{{"gh" + "p_aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hI6"}}"|}; }""", test);
    }

    [Fact]
    public async Task The_message_names_the_place_and_never_the_secret()
    {
        var compilation = CSharpCompilation.Create("Test", [CSharpSyntaxTree.ParseText("""class C { string Password = "hunter2"; }""", cancellationToken: TestContext.Current.CancellationToken)], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        var diagnostics = await compilation.WithAnalyzers([new SB5001HardcodedPassword()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        var message = Assert.Single(diagnostics).GetMessage(CultureInfo.InvariantCulture);
        Assert.StartsWith("Password is written into the source", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_password_that_is_checked_is_reported_in_every_form_of_check() => Verify.AnalyzerAsync("""
        using System;
        using System.Security.Cryptography;
        using System.Text;
        class Box { public string Text { get; set; } }
        class Login { public string UserName { get; set; } public string Password { get; set; } }
        class C
        {
            Box txtPassword = new();
            bool M(string user, string password, Login login)
            {
                if (password == [|"password"|] || password is [|"s3cret"|] || login is { UserName: "admin", Password: [|"s3cret"|] })
                    return true;
                if ((user, password) == ("admin", [|"admin123"|]) || (user, password) is ("admin", [|"admin123"|]))
                    return true;
                if (string.Compare(password, [|"s3cret"|], true) == 0 || StringComparer.Ordinal.Equals(password, [|"s3cret"|]) || login.Password.ToLower().Equals([|"s3cret"|]))
                    return true;
                if (txtPassword.Text == [|"secret"|] || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes([|"s3cret"|])))
                    return true;
                switch (password) { case [|"opensesame"|]: return true; case "": case null: return false; }
                return (user, password) switch { ("admin", [|"s3cret!"|]) => true, _ => false };
            }
            bool Other(string inputType, string grantType, string token) => inputType == "password" || grantType is "password" || token is "(" or "=>" || token == "identifier";
        }
        """);

    [Fact]
    public Task A_word_is_a_password_beside_a_user_name_and_a_label_beside_a_label() => Verify.AnalyzerAsync("""
        class Settings { public string UserName { get; set; } public string Password { get; set; } }
        class C
        {
            void Authenticate(string userName, string password) { }
            void M()
            {
                Authenticate("portal", [|"password"|]);
                var settings = new Settings { UserName = "admin", Password = [|"mailpass"|] };
                string password = [|"supersecret"|];
                var labels = new Settings { UserName = "User name", Password = "Password" };
                var columns = new Settings { UserName = "username", Password = "password" };
            }
        }
        """);

    [Fact]
    public Task Tuples_fallbacks_and_constant_texts_are_followed_to_their_name() => Verify.AnalyzerAsync("""
        using System;
        using System.Collections.Generic;
        class C
        {
            const string Password = [|"Sup3r" + "S3cret!9"|];
            const string DbPassword = [|$"Sup3rS3cret!9"|];
            string pass = [|"hunter2!"|];
            string パスワード = [|"Himitsu2024"|];
            const string AppSecret = [|"ThisIsMySuperSecretKeyForJwt"|];
            void Use(string value) { }
            void M(Dictionary<string, string> configuration)
            {
                (string user, string password) pair = ("admin", [|"S3cret!9"|]);
                var named = (User: "admin", Password: [|"S3cret!9"|]);
                var (user2, password2) = ("admin", [|"S3cret!9"|]);
                var form = new List<(string, string)> { ("client_id", "portal"), ("client_secret", [|"dGhpcyBpcyBub3Q3"|]) };
                Use(configuration["Smtp:Password"] ?? [|"S3cret!9"|]);
                Use(Environment.GetEnvironmentVariable("DB_PASSWORD") ?? [|"S3cret!9"|]);
                Use(configuration["Smtp:Host"] ?? "S3cret!9");
            }
        }
        """);

    [Fact]
    public Task A_text_that_carries_a_secret_with_its_name_is_reported() => Verify.AnalyzerAsync("""
        using System;
        using System.Text;
        class C
        {
            string[] All =
            {
                [|"https://api.city.example/v1/now?city=x&api_key=9f86d081884c7d659a2f"|],
                [|"grant_type=client_credentials&client_secret=dGhpcyBpcyBub3Q3IHJlYWw"|],
                [|"{\"username\":\"admin\",\"password\":\"S3cret!9\"}"|],
                [|"sync --password=S3cret!9 --all"|],
                [|"CREATE LOGIN portal WITH PASSWORD = 'S3cret!9'"|],
                [|"Bearer 9f86d081884c7d659a2feaa0c55a"|],
                [|"Basic YWRtaW46UEBzc3cwcmQ="|],
                Convert.ToBase64String(Encoding.UTF8.GetBytes([|"portal:letmein"|])),
                "https://api.city.example/v1?api_key={0}&city=x",
                "{\"password\":\"***\"}",
                "Usage: tool --password=<password> --api-key=KEY",
                "SELECT Id FROM Users WHERE Password = @password AND Token = @token",
                "ALTER TABLE Users ADD Password nvarchar(128) NOT NULL",
                "password=([^;]*)",
                "password: at least 8 characters, one digit",
                "System.Data, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
                "Basic authentication is required",
                "Bearer realm=\"portal\", error=\"invalid_token\"",
            };
        }
        """);

    [Fact]
    public Task Headers_and_known_apis_are_reported_and_hashes_and_setting_names_are_not() => Verify.AnalyzerAsync("""
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Headers;
        class C
        {
            void M(HttpClient client, string token)
            {
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", [|"9f86d081884c7d659a2f"|]);
                client.DefaultRequestHeaders.Add("X-Api-Key", [|"9f86d081884c7d659a2f"|]);
                client.DefaultRequestHeaders.Authorization = new("Bearer", token);
                var worksAsItIs = new NetworkCredential("admin", [|"changeme"|]);
            }
            const string HashedPassword = "$2a$11$9f86d081884c7d659a2feuK1qvR0u0oZb6QnUuE2m1v5d9mY5Wm9a";
            const string VaultPassword = "kv-portal-db-password-01";
            const string SmtpPassword = "SMTP_PASSWORD_V2";
            const string DefaultPassword = "changeme";
        }
        """);

    [Fact]
    public async Task A_token_with_the_right_checksum_is_reported_even_where_it_looks_like_a_placeholder()
    {
        const string Body = "exampleexampleexampleexample00";
        await Verify.AnalyzerAsync($$"""class C { string Made = "{{"gh" + "p_" + Body}}000000"; string Real = [|"{{"gh" + "p_" + Body}}3aFs8X"|]; }""");
    }

    [Fact]
    public Task What_the_source_expects_a_password_to_be_is_reported_where_it_is_compared() => Verify.AnalyzerAsync("""
        using System;
        using System.Text;
        using System.Security.Cryptography;
        class C
        {
            static readonly string s_magic = "xyzzy-1";
            bool Turned(string password) => [|"Backd00r"|].Equals(password);
            bool Ordinal(string password) => password.Equals([|"Backd00r"|], StringComparison.Ordinal);
            string Header() => "Basic " + Convert.ToBase64String([|"svc-orders:R7!xq0Lw2"u8|]);
            bool Local(string password) { var expected = "Backd00r"; return password == [|expected|]; }
            bool Field(string password) => password.Equals([|s_magic|]);
            bool Bytes(string password) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(password), [|"Backd00r"u8|]);
            bool Same(string password, string stored) { var given = stored; return password == given; }
            bool Confirm(string password, string confirmPassword) => password == confirmPassword;
        }
        """);

    [Fact]
    public Task A_check_that_refuses_well_known_passwords_is_not_reported() => Verify.AnalyzerAsync("""
        using System;
        class C
        {
            bool Check(string password)
            {
                if (password == "letmein1" || password.Equals("qwerty123"))
                    return false;
                if (password is "abc12345" or "Passw0rd")
                    throw new ArgumentException("too common");
                string[] commonPasswords = { "P@ssw0rd", "Summer2024!" };
                if (password != [|"Backd00r"|])
                    return false;
                if (password == [|"Backd00r"|])
                    return true;
                return Array.IndexOf(commonPasswords, password) < 0;
            }
        }
        """);

    [Fact]
    public Task Collections_that_are_named_after_their_secrets_are_reported() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        class C
        {
            static readonly Dictionary<string, string> Credentials = new() { ["admin"] = [|"Adm1n!Pw"|], ["guest"] = "" };
            static readonly Dictionary<string, string> _passwords = new() { { "admin", [|"Adm1n!Pw"|] } };
            static readonly string[] ApiKeys = { [|"9hfj3kd83jd93jdk"|], "<key>" };
            static readonly HashSet<string> validTokens = new() { [|"9hfj3kd83jd93jdk"|] };
            static readonly List<string> AccessTokens = [ [|"9hfj3kd83jd93jdk"|] ];
            static readonly string[] Tokens = { "int", "x1", "=>", "Identifier1" };
            static readonly List<string> Users = new() { "Adm1n!Pw" };
            char[] password = [|{ 'h', 'u', 'n', 't', 'e', 'r', '2' }|];
            char[] separators = { 'h', 'u', 'n', 't', 'e', 'r', '2' };
        }
        """);

    [Fact]
    public Task A_name_that_says_too_little_is_read_with_its_class_or_key() => Verify.AnalyzerAsync("""
        class StripeOptions { public string Key { get; set; } = [|"9hfj3kd83jd93jdk"|]; }
        class RowOptions { public string Key { get; set; } = "9hfj3kd83jd93jdk"; }
        static class ErrorCodes { public const string BadPassword = "E-0012x"; public const string Password = "AUTH0012x"; }
        class C
        {
            string Read(string name) => name switch { "ApiKey" => [|"9hfj3kd83jd93jdk"|], "Label" => "9hfj3kd83jd93jdk", _ => null };
            const string DbPassword = "ConnectionStrings__Db1";
        }
        """);

    [Fact]
    public Task Headers_statements_and_documents_that_carry_a_secret_are_reported() => Verify.AnalyzerAsync("""
        using System.Net.Http;
        using System.Security;
        class C
        {
            string[] All =
            {
                [|"Authorization: Bearer 9f86d081884c7d659a2feaa0c55a"|],
                [|"Authorization: Basic YWRtaW46UEBzc3cwcmQ="|],
                [|"CREATE USER app IDENTIFIED BY 'AppPw99!'"|],
                [|"https://a.blob.core.windows.net/c?sv=2022-11-02&sig=Kx81qTz7wPKx81qTz7wPKx81qTz7wPKx81qTz7wP%3D"|],
                [|"curl -u admin:Str0ng9Pw https://city.example"|],
                [|"host: db\npassword: \"Str0ng!Pw\""|],
                [|"<add key=\"Password\" value=\"Str0ng!Pw\" />"|],
                [|"<password>Str0ng!Pw</password>"|],
                "<password>{0}</password>", "<label>Password</label>", "wrong password: 'Str0ng!Pw'", "Authorization: Bearer {token}", "GRANT x TO y IDENTIFIED BY '{0}'",
                "https://a.example/c?sig=short", "curl -u $USER:$PASSWORD https://city.example",
            };
            void M(HttpRequestMessage request, SecureString secure, string text)
            {
                request.Headers.Add("Authorization", [|"ApiKey 7d8f9a0b1c2d3e4f7d8f9a0b"|]);
                request.Headers.Add("Authorization", "Negotiate");
                foreach (var c in [|"P@ssw0rd1"|]) secure.AppendChar(c);
                foreach (var c in text) secure.AppendChar(c);
                foreach (var c in "aeiou1") text += c;
            }
        }
        """);
}
