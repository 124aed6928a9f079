using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Secrets.SB5003ConnectionStringPassword>;

namespace SecureBuild.Analyzers.Tests.Secrets;

public sealed class SB5003ConnectionStringPasswordTests
{
    [Fact]
    public Task A_password_in_a_connection_string_is_reported() => Verify.AnalyzerAsync("""
        class C
        {
            const string Sql = [|"Server=reports.city.example;Database=portal;User Id=portal;Password=Kx81-qTz7!wP;Encrypt=true"|];
            string[] More =
            {
                [|"Data Source=db;Initial Catalog=portal;uid=sa;pwd=letmein"|],
                [|"Host=db;Username=portal;Password='a;b'"|],
                [|"DefaultEndpointsProtocol=https;AccountName=portal;AccountKey=Kx81qTz7wPKx81qTz7wP=="|],
                [|"Endpoint=sb://portal.example.net/;SharedAccessKeyName=root;SharedAccessKey=Kx81qTz7wPKx81qTz7wP="|].Replace(".example", ""),
                [|"cache.city.test:6379,password=Kx81qTz7wP,ssl=True"|],
                [|"postgres://portal:Kx81qTz7wP@db:5432/portal"|],
                [|"amqp://portal:Kx81qTz7wP@queue"|],
            };
            string Interpolated(string host) => $"Server={host}[|;User Id=portal;Password=Kx81qTz7wP|]";
            string Concatenated(string host) => "Server=" + host + [|";User Id=portal;Password=Kx81qTz7wP;"|];
            void Argument() => Open(connectionString: [|"Server=db;Password=Kx81qTz7wP"|]);
            void Open(string connectionString) { }
        }
        """);

    [Fact]
    public Task Placeholders_templates_and_other_ways_to_sign_in_are_not_reported() => Verify.AnalyzerAsync("""
        class C
        {
            string[] All =
            {
                "Server=db;Database=portal;Integrated Security=true;Encrypt=true",
                "Server=db;User Id=portal;Password={0};Encrypt=true",
                "Server=db;User Id=portal;Password=${DB_PASSWORD}",
                "Server=db;User Id=portal;Password=%PASSWORD%",
                "Server=db;User Id=portal;Password=<password>",
                "Server=db;User Id=portal;Password=***",
                "Server=db;User Id=portal;Password=your_password",
                "Server=db;User Id=portal;Password=;Encrypt=true",
                "Server=db;User Id=portal;Password=",
                "Data Source=portal.db",
                "ConnectionStrings:Password",
                "The option Password=x sets the password.",
                "UPDATE users SET Password=@password, Server=1",
                "https://city.example/login?user=a&password=b",
                "https://user@city.example:8080/",
                "https://{user}:{password}@city.example",
                "mailto:a=b:c@city.example",
            };
            string Interpolated(string password) => $"Server=db;User Id=portal;Password={password};Encrypt=true";
            string Concatenated(string password) => "Server=db;User Id=portal;Password=" + password;
        }
        """);

    [Fact]
    public Task Odd_texts_are_survived() => Verify.AnalyzerAsync("""
        class C { string[] All = { "=;=;=;=;=;=;=", "://////////////", "a://@@@@@@@@:::", "Password='abc;Server=\"", "http://:@:@:@:@:@:@", ";;;;;;;;;;;;;;;=", "x://a b:c@d/e=f" }; }
        """);

    [Fact]
    public Task Pieces_are_judged_as_the_whole_that_they_make() => Verify.AnalyzerAsync("""
        class C
        {
            const string Constant = "Server=db;" + "Database=portal;" + [|"Password=Kx81qTz7wP;"|];
            string Put(string host) => "Server=" + host + ";Database=portal;" + [|"Password=Kx81qTz7wP;"|];
            string Given(string password) => "Server=db;" + "Password=" + password;
            const string Redis = [|"redis://:Kx81qTz7wP@cache:6379"|];
            const string Word = [|"Host=localhost;Username=postgres;Password=password"|];
            const string Configuration = [|"Endpoint=https://x.azconfig.example;Id=abc;Secret=Kx81qTz7wPKx81qTz7wP="|];
            const string Emulator = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;";
            const string Documentation = "https://user:password@city.example/path";
        }
        """);
}
