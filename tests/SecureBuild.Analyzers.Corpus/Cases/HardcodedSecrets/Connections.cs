using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Shop.Connections;

// [Bad CWE-798] a constant with a password
public static class Database
{
    public const string ConnectionString = "Server=db01;Database=shop;User Id=shop;Password=Sh0p-Pr0d-77;Encrypt=True";
}

// [Good CWE-798] integrated security
public static class IntegratedDatabase
{
    public const string ConnectionString = "Server=db01;Database=shop;Integrated Security=true;Encrypt=True";
}

public class Repository(IConfiguration configuration)
{
    // [Bad CWE-798] in the constructor of the connection
    public SqlConnection Open() => new("Data Source=sql.shop.example;Initial Catalog=orders;uid=sa;pwd=Pa55-w0rd-Sa!");

    // [Good CWE-798] by name from the configuration
    public SqlConnection OpenConfigured() => new(configuration.GetConnectionString("Orders"));

    // [Bad CWE-798] PostgreSQL's words
    public NpgsqlConnection Postgres()
    {
        var text = "Host=pg.shop.example;Username=orders;Password=n0t-So-S3cret;Database=orders";
        return new NpgsqlConnection(text);
    }

    // [Good CWE-798] the password is put in from outside
    public NpgsqlConnection PostgresFrom(string password)
    {
        var text = $"Host=pg.shop.example;Username=orders;Password={password};Database=orders";
        return new NpgsqlConnection(text);
    }

    // [Bad CWE-798] the builder's property
    public string Built()
    {
        var builder = new System.Data.Common.DbConnectionStringBuilder { ["Server"] = "db02", ["User ID"] = "etl" };
        builder["Password"] = "Etl_n1ghtly#42";
        return builder.ConnectionString;
    }

    // [Good CWE-798] the builder with a variable of the environment
    public string BuiltFromEnvironment()
    {
        var builder = new System.Data.Common.DbConnectionStringBuilder { ["Server"] = "db02", ["User ID"] = "etl" };
        builder["Password"] = Environment.GetEnvironmentVariable("ETL_PASSWORD");
        return builder.ConnectionString;
    }

    // [Bad CWE-798] a storage account's key
    public string Blob() =>
        "DefaultEndpointsProtocol=https;AccountName=shopfiles;AccountKey=Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYg==;EndpointSuffix=core.windows.net";

    // [Good CWE-798] the emulator of everybody's development machine
    public string Emulator() => "UseDevelopmentStorage=true";

    // [Good CWE-798] a file database has no password
    public string Local() => "Data Source=cache.db;Mode=ReadOnly";

    // [Good CWE-798] a template with a placeholder
    public string Template() => string.Format("Server={0};User Id={1};Password={2}", "db01", "shop", configuration["Shop:Password"]);

    // [Bad CWE-798] constants joined
    public SqlConnection Joined()
    {
        const string Server = "Server=db03;Database=crm;";
        const string Login = "User ID=crm;Password=Crm!2023#prod";
        return new SqlConnection(Server + Login);
    }

    // [Good CWE-798] constants joined without a password
    public SqlConnection JoinedIntegrated()
    {
        const string Server = "Server=db03;Database=crm;";
        const string Login = "Trusted_Connection=True;MultipleActiveResultSets=true";
        return new SqlConnection(Server + Login);
    }
}

public class SqlStatements
{
    // [Good CWE-798] a statement that has a column named so
    public string Update() => "UPDATE Users SET Password = @password, PasswordChanged = @now WHERE Id = @id";

    // [Good CWE-798] a help text
    public string Usage() => "usage: shopctl --user <name> --password <password> [--server <host>]";
}
