using Fix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2103UnencryptedDatabaseConnection, SecureBuild.CodeFixes.Cryptography.SB2103UnencryptedDatabaseConnectionCodeFix>;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2103UnencryptedDatabaseConnection>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2103UnencryptedDatabaseConnectionTests
{
    const string Usings = """
        using System;
        using Microsoft.Data.SqlClient;
        using Npgsql;
        namespace Microsoft.Data.SqlClient
        {
            public class SqlConnection { public SqlConnection() { } public SqlConnection(string connectionString) { } public string ConnectionString { get; set; } }
            public class SqlConnectionStringBuilder { public SqlConnectionStringBuilder() { } public SqlConnectionStringBuilder(string text) { } public bool Encrypt { get; set; } public bool TrustServerCertificate { get; set; } public string DataSource { get; set; } public object this[string key] { get => null; set { } } }
        }
        namespace Npgsql { public enum SslMode { Disable, Allow, Prefer, Require, VerifyCA, VerifyFull } public class NpgsqlConnection { public NpgsqlConnection(string text) { } } public class NpgsqlConnectionStringBuilder { public string Host { get; set; } public SslMode SslMode { get; set; } } }
        static class EF { public static void UseSqlServer(this object options, string text) { } }

        """;

    [Fact]
    public Task Connections_without_encryption_or_certificate_check_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            const string Text = "Server=db.contoso.com;Database=Shop;Encrypt=False";
            readonly string _text = "Server=db.contoso.com;Database=Shop;Integrated Security=true;TrustServerCertificate=True";
            void M(string host, Func<string, string> configuration, object options)
            {
                new SqlConnection([|Text|]);
                new SqlConnection([|_text|]);
                new SqlConnection([|$"Server={host};Database=Shop;Encrypt=no"|]);
                new SqlConnection([|configuration("x") ?? "Data Source=10.0.0.5;Encrypt=False;"|]);
                new SqlConnection { ConnectionString = [|"Server=" + host + ";TrustServerCertificate=true"|] };
                new NpgsqlConnection([|"Host=db.contoso.com;Database=shop;SSL Mode=Disable"|]);
                options.UseSqlServer([|Text|]);
                var builder = new SqlConnectionStringBuilder { DataSource = "db.contoso.com", [|Encrypt = false|], [|TrustServerCertificate = true|] };
                [|builder["Encrypt"] = false|];
                var npgsql = new NpgsqlConnectionStringBuilder { Host = host, [|SslMode = SslMode.Prefer|] };
            }
        }
        """);

    [Fact]
    public Task Encrypted_local_and_development_connections_are_not() => Verify.AnalyzerAsync(Usings + """
        class Env { public bool IsDevelopment() => true; }
        class C
        {
            void M(string host, Env env)
            {
                new SqlConnection("Server=db.contoso.com;Database=Shop;Encrypt=True");
                new SqlConnection("Server=localhost,1433;Database=Shop;Encrypt=False;TrustServerCertificate=True");
                new SqlConnection("Server=(localdb)\\mssqllocaldb;Database=Shop;TrustServerCertificate=True");
                new SqlConnection("Server=db.contoso.com;Database=Shop");
                new NpgsqlConnection("Host=db.contoso.com;SSL Mode=VerifyFull");
                if (env.IsDevelopment())
                    new SqlConnection("Server=db.contoso.com;Database=Shop;Encrypt=False");
                var builder = new SqlConnectionStringBuilder { DataSource = "localhost", TrustServerCertificate = true };
                builder.Encrypt = true;
                Console.WriteLine("Server=db.contoso.com;Encrypt=False");
            }
        }
        """);

    [Fact]
    public Task A_format_is_read() => Verify.AnalyzerAsync(Usings + """
        class C { object M(string host) => new SqlConnection([|string.Format("Server={0};Database=Shop;Encrypt=False", host)|]); }
        """);

    [Fact]
    public Task The_fix_turns_the_setting_around() => Fix.CodeFixAsync(Usings + """
        class C
        {
            void M()
            {
                new SqlConnection([|"Server=db.contoso.com;Database=Shop;Encrypt=False"|]);
                var builder = new SqlConnectionStringBuilder { [|TrustServerCertificate = true|] };
            }
        }
        """, Usings + """
        class C
        {
            void M()
            {
                new SqlConnection("Server=db.contoso.com;Database=Shop;Encrypt=True");
                var builder = new SqlConnectionStringBuilder { TrustServerCertificate = false };
            }
        }
        """);
}
